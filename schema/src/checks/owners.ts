import { Finding } from './finding';
import { isEntity, Subgraph } from './subgraph';

/**
 * Which agency owns an entity: the one that may create it and decides who reads it. Federation has no mark for
 * it, since a stub and an owner both write `@key`, so it is agreed here.
 */
export const ENTITY_OWNERS: Readonly<Record<string, string>> = {
  Agreement: 'province',
  AvailabilityFinding: 'labor-office',
  Certificate: 'training-center',
  Claim: 'province',
  Clause: 'province',
  CompetencyUnit: 'training-center',
  DuplicateCandidate: 'labor-office',
  Employer: 'employers',
  Enrolment: 'training-center',
  Facility: 'training-center',
  FinancingCase: 'labor-office',
  Industry: 'province',
  Internship: 'province',
  InternshipSlot: 'employers',
  Introduction: 'employers',
  InvestmentNeed: 'employers',
  LocalHireRule: 'labor-office',
  Nomination: 'labor-office',
  Occupation: 'province',
  Organization: 'province',
  OverseasCase: 'labor-office',
  OverseasPathway: 'training-center',
  Person: 'labor-office',
  Placement: 'employers',
  Programme: 'training-center',
  QuotaAllocation: 'training-center',
  Region: 'province',
  Registration: 'labor-office',
  School: 'province',
  SkillDemand: 'employers',
  TrainingClass: 'training-center',
  TrainingRequest: 'training-center',
  Vacancy: 'employers',
  WorkforceReport: 'employers',
};

/** Every entity has an owner in the table, and the owner publishes it. */
export function checkOwners(all: readonly Subgraph[]): Finding[] {
  const entities = new Set(
    all.flatMap(({ definitions }) =>
      [...definitions.values()].filter(isEntity).map(({ name }) => name.value),
    ),
  );
  return [...entities].flatMap((name) => {
    const owner = ENTITY_OWNERS[name];
    if (!owner) {
      return [
        { rule: 'owner-unknown', coordinate: name, message: 'Agree on its owner: add it to ENTITY_OWNERS.' },
      ];
    }
    if (all.some((subgraph) => subgraph.name === owner && subgraph.definitions.has(name))) return [];
    return [{ rule: 'owner-absent', coordinate: name, message: `${owner} owns it and does not publish it.` }];
  });
}
