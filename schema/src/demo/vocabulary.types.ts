/** Calendar day in WIB, YYYY-MM-DD. */
export type Day = string;

/** The two cities whose labour offices take part, by Kemendagri code. */
export type CityCode = '36.73' | '36.72';

export type Sex = 'MALE' | 'FEMALE';
export type EducationLevel = 'NONE' | 'SD' | 'SMP' | 'SMA' | 'SMK' | 'DIPLOMA' | 'BACHELOR' | 'POSTGRADUATE';
export type FundingSource = 'APBN' | 'APBD' | 'KUR' | 'OWN' | 'EMPLOYER';
export type PlacementScheme = 'EMPLOYMENT' | 'SELF_EMPLOYMENT' | 'MAGANG_DN' | 'MAGANG_LN' | 'PMI' | 'PKL';
export type PlacementChannel = 'AKL' | 'AKAD' | 'AKAN';
export type QuotaScope = 'ALL_TRAINING' | 'OVERSEAS_TRAINING' | 'OVERSEAS_DEPARTURE' | 'CITY_CLASSES';
/** Countries of the overseas pathways, ISO 3166-1 alpha-2. */
export type OverseasCountry = 'JP' | 'KR' | 'DE';
