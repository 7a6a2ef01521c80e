import type { AgreementSlug, AllocationSlug, OverseasPathwaySlug } from '../contract/ids';
import type {
  CityCode,
  Day,
  EducationLevel,
  OverseasCountry,
  PlacementScheme,
  Sex,
} from './vocabulary.types';

export type RegistrationStatus = 'ACTIVE' | 'DUE_REPORT' | 'LAPSED' | 'PLACED' | 'REMOVED';
export type JourneyStage =
  'REGISTERED' | 'INTERVIEWED' | 'INTEREST_MAPPED' | 'NOMINATED' | 'ACCEPTED' | 'REMOVED';
export type InterviewResult = 'RECOMMENDED' | 'DEFERRED' | 'NOT_RECOMMENDED' | 'ABSENT';
export type NominationStatus = 'PROPOSED' | 'ACCEPTED' | 'WAITLISTED' | 'REJECTED' | 'WITHDRAWN';
export type FollowUpOutcome = 'WORKING' | 'SELF_EMPLOYED' | 'SEEKING' | 'STUDYING' | 'UNREACHABLE';
export type OverseasStage =
  'REGISTERED' | 'AGREEMENT_MADE' | 'DOCUMENTS' | 'ORIENTATION' | 'DEPARTED' | 'RETURNED' | 'WITHDRAWN';
export type FinancingStatus = 'APPLIED' | 'APPROVED' | 'REJECTED' | 'DISBURSED' | 'REPAYING' | 'CLOSED';

/** A job seeker. Name, contact, address and NIK are the labour office's to make from `id`. */
export interface StoryPerson {
  id: string;
  block: number;
  /** 0 to 249 within the block. */
  number: number;
  city: CityCode;
  /** District of residence, e.g. 36.73.01. */
  district: string;
  /** Labour office of the main registration (organisation id). */
  officeId: string;
  sex: Sex;
  birthDate: Day;
  education: EducationLevel;
  disability: boolean;
  /** The registration that counts first; about one person in sixty has another at the other office. */
  registrations: readonly [StoryRegistration, ...StoryRegistration[]];
  /** Oldest first; the last one lasts (`until` null) and is the present stage. */
  journey: readonly [StoryJourneyStep, ...StoryJourneyStep[]];
  /** Latest interview; null before any. An ABSENT one leaves the person at REGISTERED. */
  interview: StoryInterview | null;
  /** Latest interest mapping; null before INTEREST_MAPPED. */
  interests: StoryInterests | null;
  /** Another person whose name this one's shall resemble: a likely duplicate of it; null for nearly all. */
  resemblesId: string | null;
  /** Day of enrolment in the class that the person attends today; echo of the training centre. */
  enrolledSince: Day | null;
  /** First day of the placement that lasts today; echo of the employers. */
  placedSince: Day | null;
  /** Scheme of that placement. */
  placedScheme: PlacementScheme | null;
}

/** One AK-1 registration at one office. */
export interface StoryRegistration {
  id: string;
  officeId: string;
  /** City of the office. */
  city: CityCode;
  /** Whether the person has a SIAPkerja account behind it (70 %). */
  siapkerja: boolean;
  status: RegistrationStatus;
  registeredOn: Day;
  /** Two years after registeredOn. */
  validUntil: Day;
  lastReportedOn: Day;
  /** Six months after lastReportedOn. */
  nextReportDue: Day;
  /** Day on which it was placed or removed, or the day after validUntil when lapsed; null while it lasts. */
  endedOn: Day | null;
  /** Occupations sought (KBJI), one to three. */
  occupations: readonly string[];
}

export interface StoryJourneyStep {
  stage: JourneyStage;
  since: Day;
  until: Day | null;
}

export interface StoryInterview {
  id: string;
  heldOn: Day;
  result: InterviewResult;
}

export interface StoryInterests {
  id: string;
  mappedOn: Day;
  /** KBJI codes, one to three. */
  occupations: readonly string[];
  /** Cities or provinces of Indonesia (Kemendagri codes). */
  regions: readonly string[];
  countries: readonly OverseasCountry[];
  schemes: readonly PlacementScheme[];
}

/** Consent of a person to an organisation. */
export interface StoryConsent {
  id: string;
  personId: string;
  recipientId: string;
  purpose: 'PLACEMENT' | 'TRAINING' | 'BENEFIT';
  categories: readonly ('IDENTITY' | 'CONTACT' | 'HISTORY' | 'SPECIFIC')[];
  status: 'GIVEN' | 'WITHDRAWN' | 'EXPIRED';
  givenOn: Day;
  validUntil: Day | null;
  withdrawnOn: Day | null;
}

/** Two person records that are likely the same human being. The second one `resembles` the first. */
export interface StoryDuplicate {
  id: string;
  personIds: readonly [string, string];
  match: 'SAME_NUMBER' | 'LIKENESS';
  /** 0 to 1; null for SAME_NUMBER. */
  likeness: number | null;
  acrossOffices: boolean;
  status: 'OPEN' | 'IN_REVIEW' | 'MERGED' | 'DISTINCT' | 'SPLIT';
  foundOn: Day;
}

/** Nomination of a person for a class by a labour office. */
export interface StoryNomination {
  id: string;
  personId: string;
  classId: string;
  allocation: AllocationSlug | null;
  agreement: AgreementSlug | null;
  officeId: string;
  status: NominationStatus;
  nominatedOn: Day;
  /** Day of the present status; null while PROPOSED. */
  decidedOn: Day | null;
  followUp: { outcome: FollowUpOutcome; foundOn: Day } | null;
}

/** The way abroad of one person, as apprentice (MAGANG_LN) or migrant worker (PMI). */
export interface StoryOverseasCase {
  id: string;
  personId: string;
  city: CityCode;
  scheme: 'MAGANG_LN' | 'PMI';
  country: OverseasCountry;
  stage: OverseasStage;
  stageSince: Day;
  openedOn: Day;
  /** First day abroad; given for DEPARTED and RETURNED. */
  departedOn: Day | null;
  funding: 'APBN' | 'KUR' | 'OWN';
  pathway: OverseasPathwaySlug | null;
  agreement: AgreementSlug | null;
  allocation: AllocationSlug | null;
  financingId: string | null;
  /** Placement of the one who departed; null before. */
  placementId: string | null;
}

/** Loan (KUR) for the costs before departure. */
export interface StoryFinancing {
  id: string;
  personId: string;
  overseasCaseId: string;
  lenderId: string;
  /** Rupiah, at most 100,000,000. */
  amount: number;
  status: FinancingStatus;
  appliedOn: Day;
}
