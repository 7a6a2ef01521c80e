import type {
  StoryEmployer,
  StoryFinding,
  StoryInvestmentNeed,
  StorySkillDemand,
  StoryVacancy,
} from './employer.types';
import type {
  StoryConsent,
  StoryDuplicate,
  StoryFinancing,
  StoryNomination,
  StoryOverseasCase,
  StoryPerson,
} from './person.types';
import type { StoryInternship, StoryPlacement } from './placement.types';
import type { StoryCertificate, StoryClass, StoryEnrolment, StoryTrainingRequest } from './training.types';

/**
 * A self-contained world of 250 people: nothing in it refers to another block, save the recorded ids, the demo
 * allocations and the demo schools. Every id is final; every list is in a stable order.
 */
export interface StoryBlock {
  number: number;
  people: readonly StoryPerson[];
  consents: readonly StoryConsent[];
  duplicates: readonly StoryDuplicate[];
  nominations: readonly StoryNomination[];
  overseasCases: readonly StoryOverseasCase[];
  financingCases: readonly StoryFinancing[];
  classes: readonly StoryClass[];
  enrolments: readonly StoryEnrolment[];
  certificates: readonly StoryCertificate[];
  trainingRequests: readonly StoryTrainingRequest[];
  employers: readonly StoryEmployer[];
  vacancies: readonly StoryVacancy[];
  findings: readonly StoryFinding[];
  skillDemands: readonly StorySkillDemand[];
  investmentNeeds: readonly StoryInvestmentNeed[];
  placements: readonly StoryPlacement[];
  internships: readonly StoryInternship[];
}
