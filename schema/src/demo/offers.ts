import { addDays, daysBetween, DEMO_TODAY } from './calendar';
import type { DemoUnit } from './codes';
import { OVERSEAS_COUNTRIES } from './codes';
import type { StoryEmployer, StoryVacancy, VacancySource } from './employer.types';
import { OUTSIDE_EMPLOYER } from './employers';
import type { Random } from './random';
import type { Scene } from './scene';
import type { Day, EducationLevel } from './vocabulary.types';

/** What happens to a vacancy, whoever fills it. */
export type OfferFate =
  | 'DRAFT'
  | 'INCOMPLETE'
  | 'PENDING'
  | 'RETURNED'
  | 'REFUSED'
  | 'VERIFIED'
  | 'LIVE'
  | 'FILLED'
  | 'CLOSED'
  | 'UNREPORTED'
  | 'EXPIRED';

/** A vacancy before people come to fill it. */
export interface Offer extends Pick<
  StoryVacancy,
  | 'id'
  | 'occupation'
  | 'units'
  | 'openings'
  | 'scheme'
  | 'education'
  | 'country'
  | 'createdOn'
  | 'openedOn'
  | 'source'
> {
  number: number;
  employer: StoryEmployer;
  fate: OfferFate;
  reportedOn: Day | null;
  decidedOn: Day | null;
  validUntil: Day;
  /** Last day on which a post could be filled; null when it was never open. */
  closesOn: Day | null;
}

/** How many vacancies of a block meet each fate; 35 in all. */
const FATES: readonly (readonly [OfferFate, number])[] = [
  ['DRAFT', 2],
  ['INCOMPLETE', 1],
  ['PENDING', 2],
  ['RETURNED', 1],
  ['REFUSED', 1],
  ['VERIFIED', 2],
  ['LIVE', 13],
  ['FILLED', 4],
  ['CLOSED', 3],
  ['UNREPORTED', 1],
  ['EXPIRED', 5],
];

const OCCUPATIONS: readonly (readonly [string, number])[] = [
  ['7212', 34],
  ['7322', 8],
  ['5132', 8],
  ['5223', 8],
  ['7223', 8],
  ['8121', 8],
  ['8131', 6],
  ['7233', 6],
  ['4321', 6],
  ['4226', 5],
  ['8160', 4],
  ['5322', 3],
  ['6210', 2],
  ['7541', 2],
];

/** Units that a vacancy of the occupation may want; occupations without an entry want none. */
const UNITS: Readonly<Record<string, readonly (readonly DemoUnit[])[]>> = {
  '7212': [
    ['DEMO.LAS.001', 'DEMO.LAS.002'],
    ['DEMO.LAS.001', 'DEMO.LAS.002'],
    ['DEMO.LAS.002', 'DEMO.LAS.003'],
    ['DEMO.LAS.001', 'DEMO.LAS.005'],
  ],
  '7541': [['DEMO.LAS.001', 'DEMO.LAS.004']],
  '7322': [['DEMO.SAB.002'], ['DEMO.SAB.001', 'DEMO.SAB.002']],
  '5132': [['DEMO.BAR.001'], ['DEMO.BAR.001', 'DEMO.BAR.002']],
  '5223': [['DEMO.SOF.001'], ['DEMO.BIC.001']],
  '4226': [['DEMO.SOF.001', 'DEMO.SOF.002']],
  '7223': [['DEMO.LAS.005'], []],
  '6210': [['DEMO.AGR.001']],
};

/** The one vacancy abroad, and those of apprentices, by number. */
const ABROAD = 20;
const APPRENTICES: ReadonlySet<number> = new Set([12, 21, 31]);

/** The vacancies of a block before people come to fill them. */
export function makeOffers(scene: Scene, employers: readonly StoryEmployer[]): Offer[] {
  const random = scene.random('offers');
  const posting = employers
    .filter(({ number }) => number !== OUTSIDE_EMPLOYER)
    .map((employer) => [employer, { LARGE: 5, MEDIUM: 3, SMALL: 1.2, MICRO: 0.6 }[employer.size]] as const);
  return FATES.flatMap(([fate, count]) => Array.from({ length: count }, () => fate)).map((fate, number) =>
    makeOffer(scene, random, { fate, number, employer: random.weighted(posting) }),
  );
}

function makeOffer(
  scene: Scene,
  random: Random,
  { fate, number, employer }: Pick<Offer, 'fate' | 'number' | 'employer'>,
): Offer {
  const abroad = number === ABROAD;
  const occupation = abroad ? '5322' : random.weighted(OCCUPATIONS);
  const most = employer.size === 'LARGE' ? 14 : employer.size === 'MEDIUM' ? 8 : 3;
  return {
    id: scene.id('vacancy', number),
    number,
    employer,
    fate,
    occupation,
    units: random.pick(UNITS[occupation] ?? [[]]),
    openings: random.int(fate === 'LIVE' ? 2 : 1, most),
    scheme: abroad ? 'PMI' : APPRENTICES.has(number) ? 'MAGANG_DN' : 'EMPLOYMENT',
    education: random.weighted<EducationLevel | null>([
      ['SMP', 10],
      ['SMA', 30],
      ['SMK', 40],
      ['DIPLOMA', 8],
      [null, 12],
    ]),
    country: abroad ? random.pick(OVERSEAS_COUNTRIES) : null,
    source: sourceOf(random, fate, employer),
    ...datesOf(random, fate),
  };
}

function sourceOf(random: Random, fate: OfferFate, employer: StoryEmployer): VacancySource {
  if (fate === 'UNREPORTED') return 'IMPORT';
  return random.weighted<VacancySource>([
    ['EMPLOYER', 55],
    ['ASSOCIATION', employer.member ? 20 : 0],
    ['LABOUR_OFFICE', 10],
    ['KARIRHUB', 15],
  ]);
}

type OfferDates = Pick<
  Offer,
  'createdOn' | 'reportedOn' | 'decidedOn' | 'openedOn' | 'validUntil' | 'closesOn'
>;

function datesOf(random: Random, fate: OfferFate): OfferDates {
  const future = addDays(DEMO_TODAY, random.int(10, 75));
  switch (fate) {
    case 'DRAFT':
    case 'INCOMPLETE':
      return unopened(random, null, null, future);
    case 'PENDING':
      return unopened(random, addDays(DEMO_TODAY, -random.int(1, 9)), null, future);
    case 'RETURNED':
    case 'VERIFIED': {
      const decidedOn = addDays(DEMO_TODAY, -random.int(1, 12));
      return unopened(random, addDays(decidedOn, -random.int(1, 7)), decidedOn, future);
    }
    case 'REFUSED': {
      const decidedOn = addDays(DEMO_TODAY, -random.int(30, 250));
      return unopened(random, addDays(decidedOn, -random.int(1, 7)), decidedOn, addDays(decidedOn, 60));
    }
    case 'LIVE':
      return opened(random, addDays(DEMO_TODAY, -random.int(3, 110)), future, DEMO_TODAY);
    case 'FILLED':
    case 'EXPIRED': {
      const openedOn = addDays(DEMO_TODAY, -random.int(95, 420));
      const validUntil = addDays(openedOn, random.int(45, 90));
      return opened(random, openedOn, validUntil, validUntil);
    }
    case 'CLOSED':
    case 'UNREPORTED': {
      const openedOn = addDays(DEMO_TODAY, -random.int(70, 420));
      const validUntil = addDays(openedOn, random.int(60, 120));
      const closesOn = addDays(openedOn, random.int(20, Math.min(59, daysBetween(openedOn, DEMO_TODAY))));
      const dates = opened(random, openedOn, validUntil, closesOn);
      return fate === 'CLOSED' ? dates : { ...dates, createdOn: openedOn, reportedOn: null, decidedOn: null };
    }
  }
}

function unopened(
  random: Random,
  reportedOn: Day | null,
  decidedOn: Day | null,
  validUntil: Day,
): OfferDates {
  const createdOn = addDays(reportedOn ?? addDays(DEMO_TODAY, -1), -random.int(0, 20));
  return { createdOn, reportedOn, decidedOn, openedOn: null, validUntil, closesOn: null };
}

function opened(random: Random, openedOn: Day, validUntil: Day, closesOn: Day): OfferDates {
  const decidedOn = addDays(openedOn, -random.int(0, 2));
  const reportedOn = addDays(decidedOn, -random.int(1, 7));
  return {
    createdOn: addDays(reportedOn, -random.int(0, 4)),
    reportedOn,
    decidedOn,
    openedOn,
    validUntil,
    closesOn,
  };
}
