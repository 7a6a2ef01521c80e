import { graphqlEnum } from './enum';

/** Category of personal data; the same list as the argument of @personal (UU 27/2022 art. 4). */
export const PersonalDataCategory = graphqlEnum(
  'PersonalDataCategory',
  'Category of personal data; the same list as the argument of @personal (UU 27/2022 art. 4).',
  {
    IDENTITY: 'Who someone is: name, birth date, sex, masked NIK.',
    CONTACT: 'How to reach someone: address, telephone, e-mail.',
    HISTORY: 'Registration, education, training, certificates, work.',
    SPECIFIC:
      'Specific personal data (data pribadi spesifik): health, disability, finance, children. Closed unless granted by name.',
  },
);
export type PersonalDataCategory = keyof typeof PersonalDataCategory;

/** Form that a personal field takes when policy answers mask. */
export const Mask = graphqlEnum('Mask', 'Form that a personal field takes when policy answers mask.', {
  NONE: 'Never masked: allowed or denied.',
  PARTIAL: 'Last four digits, or initials.',
  YEAR: 'Year only.',
  BAND: 'Band: city for district, age band for age.',
  HIDE: 'Null with a marker.',
});
export type Mask = keyof typeof Mask;

/** Purpose of use of personal data, as sent in x-purpose. */
export const Purpose = graphqlEnum('Purpose', 'Purpose of use of personal data, as sent in x-purpose.', {
  PLACEMENT: 'Finding and keeping work (penempatan).',
  TRAINING: 'Selecting for and giving training (pelatihan).',
  BENEFIT: 'Financing, insurance and other benefits (manfaat).',
  STATISTICS: 'Statistics; only aggregates leave (statistik).',
  AUDIT: 'Inspection and audit (pengawasan).',
  SUBJECT_ACCESS: "The person's own access (akses subjek data).",
});
export type Purpose = keyof typeof Purpose;

/** Legal basis of processing (UU 27/2022 art. 20). */
export const LegalBasis = graphqlEnum('LegalBasis', 'Legal basis of processing (UU 27/2022 art. 20).', {
  CONSENT: 'Explicit consent (persetujuan).',
  CONTRACT: 'Contract with the person (perjanjian).',
  LEGAL_OBLIGATION: 'Legal obligation of the controller (kewajiban hukum).',
  VITAL_INTEREST: 'Vital interest (kepentingan vital).',
  PUBLIC_TASK: 'Public interest or public service (kepentingan umum).',
  LEGITIMATE_INTEREST: 'Other legitimate interest (kepentingan sah lainnya).',
});
export type LegalBasis = keyof typeof LegalBasis;

/** Kind of source. */
export const SourceKind = graphqlEnum(
  'SourceKind',
  'Kind of document that a statement or a fact was read in.',
  {
    PRESS: 'News article (pers).',
    RECORD: 'Record of an agency (dokumen, register).',
    LAW: 'Law or regulation (peraturan).',
    SURVEY: 'Survey or official statistics (survei).',
  },
);
export type SourceKind = keyof typeof SourceKind;

/** Scheme of a placement; each has its own law and its own counter, never added up. */
export const PlacementScheme = graphqlEnum(
  'PlacementScheme',
  'Scheme of a placement; each has its own law and its own counter, never added up.',
  {
    EMPLOYMENT: 'Employment in Indonesia (hubungan kerja); channel AKL or AKAD.',
    SELF_EMPLOYMENT: 'Self-employment (wirausaha, usaha mandiri); no employer, no channel.',
    MAGANG_DN: 'Apprenticeship in Indonesia (magang dalam negeri, Permenaker 6/2020); training, no channel.',
    MAGANG_LN: 'Apprenticeship abroad (magang luar negeri, PER.08/MEN/V/2008); training, no channel.',
    PMI: 'Migrant work (pekerja migran Indonesia, UU 18/2017); channel AKAN.',
    PKL: "SMK students' practice (praktik kerja lapangan); schooling, no channel.",
  },
);
export type PlacementScheme = keyof typeof PlacementScheme;

/** Who pays for training or departure. */
export const FundingSource = graphqlEnum('FundingSource', 'Who pays for training or departure.', {
  APBN: 'State budget (APBN).',
  APBD: 'Regional budget (APBD).',
  KUR: "People's business credit for migrant workers (KUR PMI).",
  OWN: "The person's own money (mandiri).",
  EMPLOYER: 'Employer or partner.',
});
export type FundingSource = keyof typeof FundingSource;

/** Size class of an employer. */
export const EmployerSize = graphqlEnum(
  'EmployerSize',
  'Size class of an employer, from micro to large (skala usaha).',
  {
    MICRO: 'Micro (mikro).',
    SMALL: 'Small (kecil).',
    MEDIUM: 'Medium (menengah).',
    LARGE: 'Large (besar).',
  },
);
export type EmployerSize = keyof typeof EmployerSize;

/** Level of education, as in the IPK forms. */
export const EducationLevel = graphqlEnum('EducationLevel', 'Level of education, as in the IPK forms.', {
  NONE: 'No schooling finished (tidak tamat SD).',
  SD: 'Primary school finished (sekolah dasar).',
  SMP: 'Lower secondary school finished (sekolah menengah pertama).',
  SMA: 'General upper secondary school finished (sekolah menengah atas).',
  SMK: 'Vocational upper secondary school finished (sekolah menengah kejuruan).',
  DIPLOMA: 'Diploma I to III.',
  BACHELOR: 'Diploma IV or bachelor (S1).',
  POSTGRADUATE: 'Master or doctor (S2, S3).',
});
export type EducationLevel = keyof typeof EducationLevel;

/** Sex as on the KTP. */
export const Sex = graphqlEnum('Sex', 'Sex as on the KTP.', {
  MALE: 'Male (laki-laki).',
  FEMALE: 'Female (perempuan).',
});
export type Sex = keyof typeof Sex;

/** IPK form (informasi pasar kerja, Kepdirjen 268/PPTK/XII/2012); titles differ between offices' applications. */
export const IpkForm = graphqlEnum(
  'IpkForm',
  "IPK form (informasi pasar kerja, Kepdirjen 268/PPTK/XII/2012); titles differ between offices' applications.",
  {
    III_1: 'III/1: balance by age band and sex.',
    III_2: 'III/2: job seekers by education.',
    III_3: 'III/3: job seekers by occupation.',
    III_4: 'III/4: vacancies by education.',
    III_5: 'III/5: vacancies by occupation.',
    III_6: 'III/6: vacancies by industry.',
    III_7: 'III/7: by industry.',
    III_8: 'III/8: placements by channel and education.',
  },
);
export type IpkForm = keyof typeof IpkForm;
