import type { AgreementSlug, ProgrammeSlug } from '../contract/ids';
import type { CityCode, Day, EducationLevel, OverseasCountry } from './vocabulary.types';

export type EmployerSize = 'MICRO' | 'SMALL' | 'MEDIUM' | 'LARGE';
export type VacancyStatus =
  'DRAFT' | 'REPORTED' | 'VERIFIED' | 'OPEN' | 'PARTLY_FILLED' | 'FILLED' | 'CLOSED' | 'EXPIRED';
export type VacancySource = 'EMPLOYER' | 'ASSOCIATION' | 'LABOUR_OFFICE' | 'KARIRHUB' | 'IMPORT';
export type ReportingStatus = 'NOT_REPORTED' | 'INCOMPLETE' | 'REPORTED' | 'ACCEPTED' | 'RETURNED';
export type VerificationStatus = 'PENDING' | 'ACCEPTED' | 'RETURNED' | 'REFUSED';
/** Fields of Perpres 57/2023 art. 5 that a report may lack, by the names of the vacancy's fields. */
export type ArticleFiveField =
  'validUntil' | 'education' | 'skills' | 'experienceMonths' | 'wageFrom' | 'workRegion';

export interface StoryEmployer {
  id: string;
  block: number;
  /** 0 to 14 within the block. */
  number: number;
  /** Thirteen digits that start with 99, which no real number does. */
  nib: string;
  /** City or regency of the main site; 36.04 is Kabupaten Serang, not the city. */
  city: CityCode | '36.04';
  /** District of the main site; the regency itself for 36.04. */
  region: string;
  /** Invented industrial estate; null when outside one. */
  industrialArea: string | null;
  /** KBLI division, e.g. C24. */
  industry: string;
  size: EmployerSize;
  member: boolean;
  /** Oldest first; empty when the employer never reported. */
  reports: readonly StoryWorkforceReport[];
}

/** Numbers are null where the employer left them out. */
export interface StoryWorkforceReport {
  id: string;
  periodFrom: Day;
  periodTo: Day;
  total: number | null;
  needed: number | null;
  newHires: number | null;
  submittedOn: Day;
  byRegion: readonly StoryWorkforceByRegion[];
}

export interface StoryWorkforceByRegion {
  /** City or regency of residence. */
  region: string;
  total: number | null;
  needed: number | null;
  newHires: number | null;
}

export interface StoryVacancy {
  id: string;
  employerId: string;
  occupation: string;
  units: readonly string[];
  openings: number;
  filled: number;
  status: VacancyStatus;
  source: VacancySource;
  scheme: 'EMPLOYMENT' | 'MAGANG_DN' | 'PMI';
  education: EducationLevel | null;
  /** District of the work; null abroad, or when it is the missing field. */
  workRegion: string | null;
  country: OverseasCountry | null;
  createdOn: Day;
  openedOn: Day | null;
  validUntil: Day | null;
  reporting: StoryVacancyReporting;
  /** Word of the labour office; null while it has no report. */
  verification: StoryVerification | null;
  /** Posts reported, filled and removed, by day: the balance of a month is the sum of these. Empty when not reported. */
  changes: readonly StoryPostChange[];
}

export interface StoryVacancyReporting {
  status: ReportingStatus;
  receipt: string | null;
  reportedOn: Day | null;
  /** Offices that hold the report. */
  reportedToIds: readonly string[];
  missing: readonly ArticleFiveField[];
  filledReportedOn: Day | null;
}

export interface StoryVerification {
  status: VerificationStatus;
  officeId: string;
  missing: readonly ArticleFiveField[];
  /** Null while PENDING. */
  decidedOn: Day | null;
}

export interface StoryPostChange {
  on: Day;
  kind: 'REPORTED' | 'FILLED' | 'REMOVED';
  posts: number;
}

/** Finding of a labour office on whether a qualification is available among the residents. */
export interface StoryFinding {
  id: string;
  occupation: string;
  units: readonly string[];
  region: CityCode;
  employerId: string | null;
  vacancyId: string | null;
  result: 'AVAILABLE' | 'UNAVAILABLE' | 'UNDECIDED';
  candidatesFound: number | null;
  daysAdvertised: number;
  foundOn: Day;
  validUntil: Day | null;
  officeId: string;
}

export interface StorySkillDemand {
  id: string;
  /** Null: stated by the association for its members. */
  employerId: string | null;
  occupation: string;
  units: readonly string[];
  programme: ProgrammeSlug | null;
  /** District or city of the work. */
  region: string;
  city: CityCode;
  headcount: number;
  statedOn: Day;
  neededBy: Day | null;
  agreement: AgreementSlug | null;
  status: 'OPEN' | 'REQUESTED' | 'MET' | 'WITHDRAWN';
  requestId: string | null;
}

export interface StoryInvestmentNeed {
  id: string;
  employerId: string | null;
  region: CityCode;
  industry: string;
  occupation: string | null;
  headcount: number | null;
  neededBy: Day | null;
}
