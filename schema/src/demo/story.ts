import { makeCertificates } from './certificates';
import type { EarnedCertificate } from './certificates';
import { makeClasses } from './classes';
import { makeConsents } from './consents';
import { makeDemands } from './demands';
import { makeEmployers } from './employers';
import { makeFindings, makeInvestmentNeeds } from './findings';
import { followUp } from './followups';
import { makeInternships } from './internships';
import { makeDuplicates } from './lookalikes';
import { makeAttendances } from './nominations';
import { makeOffers } from './offers';
import { makeFinancing, makeJourneys } from './overseas';
import { makePeople } from './people';
import { makePlacements } from './placements';
import { makeResidents } from './residents';
import { sceneOf } from './scene';
import type { StoryBlock } from './story.types';
import type { StoryPerson } from './person.types';
import type { StoryCertificate } from './training.types';
import { makeVacancies } from './vacancies';

/**
 * Block `number` of the demonstration. It depends on its number alone, so that 2,000 people are blocks 0 to 7 and
 * any larger population is those and more: growing adds, and what was broken off is taken up at the next block.
 */
export function storyBlock(number: number): StoryBlock {
  const scene = sceneOf(number);
  const residents = makeResidents(scene);
  const classes = makeClasses(scene);
  const attendances = makeAttendances(scene, residents, classes);
  const nominated = new Set(attendances.map(({ resident }) => resident));
  const idle = scene.random('idle').shuffled(residents.filter((resident) => !nominated.has(resident)));
  const journeys = makeJourneys(scene, attendances, idle);
  const overseasCases = journeys.map(({ overseasCase }) => overseasCase);
  const financingCases = makeFinancing(scene, journeys);
  const employers = makeEmployers(scene);
  const offers = makeOffers(scene, employers);
  const { placements, taken } = makePlacements(scene, { attendances, journeys, idle, employers, offers });
  const vacancies = makeVacancies(scene, offers, taken);
  const people = makePeople(scene, residents, { attendances, placements, overseasCases });
  const { internships, certificates } = makeInternships(scene, residents, employers);
  const earned = [...makeCertificates(scene, attendances, residents), ...certificates];
  return {
    number,
    people,
    consents: makeConsents(scene, people, attendances, financingCases),
    duplicates: makeDuplicates(scene, residents),
    nominations: followUp(scene, attendances, placements),
    overseasCases,
    financingCases,
    classes: classes.map(({ requestedBy: _, ...trainingClass }) => trainingClass),
    enrolments: attendances.flatMap(({ enrolment }) => enrolment ?? []),
    certificates: withPlacement(earned, people),
    ...makeDemands(scene, classes, employers),
    employers,
    vacancies,
    findings: makeFindings(scene, employers, vacancies),
    investmentNeeds: makeInvestmentNeeds(scene, employers),
    placements,
    internships,
  };
}

function withPlacement(
  certificates: readonly EarnedCertificate[],
  people: readonly StoryPerson[],
): StoryCertificate[] {
  const placedSince = new Map(people.map((person) => [person.id, person.placedSince]));
  return certificates.map((certificate) => ({
    ...certificate,
    placedSince: placedSince.get(certificate.personId) ?? null,
  }));
}
