import type { AgreementSlug, AllocationSlug, ClauseSlug, FacilitySlug, ProgrammeSlug } from '../contract/ids';
import type { CityCode, Day, FundingSource, QuotaScope } from './vocabulary.types';

export type ClassStatus = 'PLANNED' | 'OPEN' | 'RUNNING' | 'FINISHED' | 'CANCELLED';
export type EnrolmentStage = 'WAITLISTED' | 'RESERVED' | 'ENROLLED' | 'COMPLETED' | 'DROPPED' | 'RELEASED';
export type CertificateStatus = 'VALID' | 'EXPIRED' | 'REVOKED';
export type TrainingRequestStatus =
  'SUBMITTED' | 'PROPOSED' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN' | 'FULFILLED';

/** A class (angkatan) of sixteen seats, all of residents of one city. */
export interface StoryClass {
  id: string;
  block: number;
  /** 0 to 4 within the block. */
  number: number;
  programme: ProgrammeSlug;
  city: CityCode;
  seats: number;
  startsOn: Day;
  endsOn: Day;
  status: ClassStatus;
  facility: FacilitySlug;
  /** Leaf that its seats debit; null for classes from before the demonstration agreements. */
  allocation: AllocationSlug | null;
  agreement: AgreementSlug | null;
  funding: FundingSource;
  /** Rupiah; null when not recorded. */
  cost: number | null;
  requestId: string | null;
}

export interface StoryEnrolment {
  id: string;
  personId: string;
  classId: string;
  allocation: AllocationSlug | null;
  nominationId: string;
  stage: EnrolmentStage;
  /** Oldest first; the last one is the present stage. */
  history: readonly [StoryStageChange, ...StoryStageChange[]];
  /** From 1; null unless WAITLISTED. */
  waitingPosition: number | null;
  /** District of residence. */
  district: string;
}

export interface StoryStageChange {
  stage: EnrolmentStage;
  on: Day;
}

export interface StoryCertificate {
  id: string;
  personId: string;
  /** Null when it was earned before the demonstration's classes. */
  enrolmentId: string | null;
  programme: ProgrammeSlug;
  /** Scheme in words, e.g. Juru las pipa (demo). */
  scheme: string;
  /** 6GR for pipe welding; null elsewhere. */
  qualifier: string | null;
  units: readonly string[];
  kkni: number | null;
  issuedOn: Day;
  /** Three years after issuedOn. */
  validUntil: Day;
  status: CertificateStatus;
  revokedOn: Day | null;
  /** District of the holder: what the training centre's echo knows of a graduate. */
  district: string;
  /** First day of the holder's placement that lasts today; null: unplaced. Echo of the employers. */
  placedSince: Day | null;
}

export interface StoryTrainingRequest {
  id: string;
  requestedById: string;
  employerId: string | null;
  demandId: string | null;
  agreement: AgreementSlug | null;
  programme: ProgrammeSlug | null;
  occupation: string;
  units: readonly string[];
  /** City whose residents shall be trained. */
  region: CityCode;
  headcount: number;
  submittedOn: Day;
  neededBy: Day | null;
  status: TrainingRequestStatus;
  classIds: readonly string[];
  allocation: AllocationSlug | null;
  seatsReserved: number;
}

/** One allocation of the demonstration ledger. */
export interface StoryAllocation {
  slug: AllocationSlug;
  id: string;
  parent: AllocationSlug | null;
  agreement: AgreementSlug;
  clause: ClauseSlug;
  scope: QuotaScope;
  /** City or province whose residents it is for; null for the pool. */
  region: string | null;
  year: number;
  seats: number;
}
