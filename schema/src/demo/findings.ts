import { addDays, DEMO_TODAY, earlier } from './calendar';
import type { StoryEmployer, StoryFinding, StoryInvestmentNeed, StoryVacancy } from './employer.types';
import type { Scene } from './scene';
import { OFFICE_OF } from './residents';
import type { CityCode } from './vocabulary.types';

/** Findings of the labour offices: one of each result in a block, two of them for a vacancy that is open. */
export function makeFindings(
  scene: Scene,
  employers: readonly StoryEmployer[],
  vacancies: readonly StoryVacancy[],
): StoryFinding[] {
  const random = scene.random('findings');
  const cityOf = new Map(employers.map(({ id, city }) => [id, city]));
  const open = vacancies.filter(
    ({ status, country }) => (status === 'OPEN' || status === 'PARTLY_FILLED') && !country,
  );
  const chosen = random.sample(open, 2);
  return (['UNAVAILABLE', 'UNDECIDED', 'AVAILABLE'] as const).map((result, index) => {
    const vacancy = chosen[index];
    const employerCity = vacancy && cityOf.get(vacancy.employerId);
    const region: CityCode =
      employerCity && employerCity !== '36.04' ? employerCity : random.pick(['36.73', '36.72']);
    const openFor = vacancy?.openedOn ?? addDays(DEMO_TODAY, -120);
    const daysAdvertised = random.int(14, 40);
    const foundOn = earlier(addDays(openFor, daysAdvertised), addDays(DEMO_TODAY, -random.int(1, 10)));
    return {
      id: scene.id('finding', index),
      occupation: vacancy?.occupation ?? '7541',
      units: vacancy?.units ?? ['DEMO.LAS.004'],
      region,
      employerId: vacancy?.employerId ?? null,
      vacancyId: vacancy?.id ?? null,
      result,
      candidatesFound: result === 'UNAVAILABLE' ? 0 : result === 'AVAILABLE' ? random.int(5, 30) : null,
      daysAdvertised,
      foundOn,
      validUntil: result === 'UNDECIDED' ? null : addDays(foundOn, random.pick([90, 180])),
      officeId: OFFICE_OF[region],
    };
  });
}

/** One need of an investor for each block; some say neither how many nor when. */
export function makeInvestmentNeeds(
  scene: Scene,
  employers: readonly StoryEmployer[],
): StoryInvestmentNeed[] {
  const random = scene.random('investment');
  const region = random.pick<CityCode>(['36.73', '36.72']);
  const employer = random.pick(employers.filter(({ city, size }) => city === region && size === 'LARGE'));
  const vague = random.chance(0.3);
  return [
    {
      id: scene.id('investment-need', 0),
      employerId: random.chance(0.6) ? employer.id : null,
      region,
      industry: random.pick(['C24', 'C20', 'C10', 'H52']),
      occupation: random.chance(0.7) ? random.pick(['7212', '8121', '8131', '4321']) : null,
      headcount: vague ? null : random.int(3, 40) * 10,
      neededBy: vague ? null : addDays(DEMO_TODAY, random.int(90, 500)),
    },
  ];
}
