import type { AgreementSlug, AllocationSlug, FacilitySlug, ProgrammeSlug, SchoolSlug } from '../contract/ids';
import type {
  CityCode,
  Day,
  EducationLevel,
  OverseasCountry,
  PlacementChannel,
  PlacementScheme,
} from './vocabulary.types';

export type DestinationArea = 'OWN_CITY' | 'BANTEN' | 'JABODETABEK' | 'JAVA' | 'OUTSIDE_JAVA' | 'OVERSEAS';
export type InternshipStatus =
  'PLANNED' | 'GUARDIAN_CONSENTED' | 'RUNNING' | 'ASSESSED' | 'CERTIFIED' | 'CANCELLED';
export type GuardianConsentStatus = 'GIVEN' | 'MISSING' | 'WITHDRAWN' | 'NOT_NEEDED';

/** A person put to work, at most one per person that lasts today. PKL is never here: those are internships. */
export interface StoryPlacement {
  id: string;
  personId: string;
  /** Null for self-employment and abroad. */
  employerId: string | null;
  vacancyId: string | null;
  /** Programme, class, agreement and allocation that led to it; null for people placed untrained. */
  programme: ProgrammeSlug | null;
  classId: string | null;
  agreement: AgreementSlug | null;
  allocation: AllocationSlug | null;
  overseasCaseId: string | null;
  occupation: string;
  scheme: Exclude<PlacementScheme, 'PKL'>;
  /** Given for EMPLOYMENT (AKL, AKAD) and PMI (AKAN) only. */
  channel: PlacementChannel | null;
  destination: StoryDestination;
  /** Where the person lived at the start. */
  originCity: CityCode;
  originDistrict: string;
  education: EducationLevel;
  startsOn: Day;
  endsOn: Day | null;
  retention: readonly StoryRetentionCheck[];
}

export interface StoryDestination {
  area: DestinationArea;
  /** Regency-level code in Indonesia; null abroad. */
  region: string | null;
  country: OverseasCountry | 'ID';
}

/** One of the checks due 3, 6 and 12 months after the start. */
export interface StoryRetentionCheck {
  months: 3 | 6 | 12;
  dueOn: Day;
  checkedOn: Day | null;
  /** Null: not checked. */
  employed: boolean | null;
}

/** Practice of an SMK student, at an employer or in a facility. */
export interface StoryInternship {
  id: string;
  school: SchoolSlug;
  /** Null when no labour office knows the student. */
  studentId: string | null;
  minor: boolean;
  guardianConsent: GuardianConsentStatus;
  guardianConsentOn: Day | null;
  /** Exactly one of employerId and facility is given. */
  employerId: string | null;
  facility: FacilitySlug | null;
  occupation: string;
  startsOn: Day;
  endsOn: Day;
  status: InternshipStatus;
  certificationPlanned: boolean;
  /** Given for CERTIFIED ones whose student is known. */
  certificateId: string | null;
}
