import type { OverseasPathwaySlug } from '../contract/ids';
import { organizationId } from '../contract/ids';
import { DEMO_AGREEMENTS } from './agreements';
import { addDays, daysBetween, DEMO_TODAY } from './calendar';
import { OVERSEAS_COUNTRIES } from './codes';
import type { PlannedClass } from './classes';
import type { Attendance } from './nominations';
import type { FinancingStatus, OverseasStage, StoryFinancing, StoryOverseasCase } from './person.types';
import { DEMO_PROGRAMMES } from './programmes';
import type { Random } from './random';
import type { Resident } from './residents';
import type { Scene } from './scene';
import type { Day, OverseasCountry } from './vocabulary.types';

/** An overseas case with the person and the class that led to it, if one did. */
export interface Journey {
  resident: Resident;
  trainingClass: PlannedClass | null;
  overseasCase: StoryOverseasCase;
}

/** Candidates of a block who did not come by a class. */
const WITHOUT_CLASS = 9;

const FUNDING = {
  MAGANG_LN: [
    ['APBN', 60],
    ['KUR', 25],
    ['OWN', 15],
  ],
  PMI: [
    ['KUR', 55],
    ['OWN', 30],
    ['APBN', 15],
  ],
} as const;

const STAGES_BEFORE_DEPARTURE: readonly OverseasStage[] = [
  'REGISTERED',
  'AGREEMENT_MADE',
  'DOCUMENTS',
  'ORIENTATION',
];

interface Progress {
  stage: OverseasStage;
  stageSince: Day;
  openedOn: Day;
  departedOn: Day | null;
}

/** The overseas candidates of a block: those of its overseas classes, and some who need none. */
export function makeJourneys(
  scene: Scene,
  attendances: readonly Attendance[],
  idle: readonly Resident[],
): Journey[] {
  const random = scene.random('overseas');
  const pupils = attendances.filter(
    ({ enrolment, trainingClass }) =>
      (enrolment?.stage === 'COMPLETED' || enrolment?.stage === 'ENROLLED') &&
      DEMO_PROGRAMMES[trainingClass.programme].country !== null &&
      random.chance(0.85),
  );
  const others = idle
    .filter(({ age, student }) => age >= 18 && age <= 40 && !student)
    .slice(0, WITHOUT_CLASS);
  return [
    ...pupils.map((attendance, index) => journeyOfPupil(scene, random, attendance, index)),
    ...others.map((resident, index) => journeyWithoutClass(scene, random, resident, index)),
  ];
}

function journeyOfPupil(
  scene: Scene,
  random: Random,
  { resident, trainingClass }: Attendance,
  index: number,
): Journey {
  const country = DEMO_PROGRAMMES[trainingClass.programme].country ?? 'JP';
  const funding = trainingClass.funding === 'KUR' ? 'KUR' : random.weighted(FUNDING.MAGANG_LN);
  const overseasCase = describe(scene, ['pupil', index], resident, {
    ...progressOfPupil(random, trainingClass),
    scheme: 'MAGANG_LN',
    country,
    funding,
    pathway: `MAGANG-${country}`,
    agreement: trainingClass.agreement,
    allocation: trainingClass.allocation,
  });
  return { resident, trainingClass, overseasCase };
}

function progressOfPupil(random: Random, { startsOn, endsOn, status }: PlannedClass): Progress {
  const openedOn = addDays(startsOn, -random.int(1, 10));
  if (status === 'RUNNING') {
    const stage = random.weighted([
      ['REGISTERED', 70],
      ['AGREEMENT_MADE', 30],
    ] as const);
    const stageSince =
      stage === 'REGISTERED' ? openedOn : addDays(startsOn, random.int(1, daysBetween(startsOn, DEMO_TODAY)));
    return { stage, stageSince, openedOn, departedOn: null };
  }
  const departedOn = addDays(endsOn, random.int(12, 60));
  if (departedOn <= DEMO_TODAY && random.chance(0.7)) {
    return { stage: 'DEPARTED', stageSince: departedOn, openedOn, departedOn };
  }
  const stage = random.pick(STAGES_BEFORE_DEPARTURE.slice(1));
  return { stage, stageSince: addDays(endsOn, random.int(-8, 10)), openedOn, departedOn: null };
}

function journeyWithoutClass(scene: Scene, random: Random, resident: Resident, index: number): Journey {
  const scheme = random.chance(0.7) ? 'PMI' : 'MAGANG_LN';
  const country = random.pick(OVERSEAS_COUNTRIES);
  const progress = progressWithoutClass(random);
  const underAgreement = progress.openedOn >= DEMO_AGREEMENTS.D4.effectiveFrom && random.chance(0.85);
  const overseasCase = describe(scene, ['other', index], resident, {
    ...progress,
    scheme,
    country,
    funding: random.weighted<'APBN' | 'KUR' | 'OWN'>(FUNDING[scheme]),
    pathway: scheme === 'MAGANG_LN' ? `MAGANG-${country}` : pathwayOfWorker(country),
    agreement: underAgreement ? 'D4' : null,
    allocation: underAgreement
      ? resident.city === '36.73'
        ? 'DEMO-POOL-SERANG'
        : 'DEMO-POOL-CILEGON'
      : null,
  });
  return { resident, trainingClass: null, overseasCase };
}

/** The sources name one country for migrant work; the pathway without a country stands for no country in particular. */
function pathwayOfWorker(country: OverseasCountry): OverseasPathwaySlug | null {
  return country === 'KR' ? 'PMI-KR' : null;
}

function progressWithoutClass(random: Random): Progress {
  const stage = random.weighted<OverseasStage>([
    ['REGISTERED', 20],
    ['AGREEMENT_MADE', 13],
    ['DOCUMENTS', 13],
    ['ORIENTATION', 10],
    ['DEPARTED', 26],
    ['RETURNED', 10],
    ['WITHDRAWN', 8],
  ]);
  if (stage === 'RETURNED') {
    const stageSince = addDays(DEMO_TODAY, -random.int(20, 200));
    const departedOn = addDays(stageSince, -random.int(360, 720));
    return { stage, stageSince, departedOn, openedOn: addDays(departedOn, -random.int(90, 200)) };
  }
  if (stage === 'DEPARTED') {
    const departedOn = addDays(DEMO_TODAY, -random.int(5, 420));
    return { stage, stageSince: departedOn, departedOn, openedOn: addDays(departedOn, -random.int(60, 150)) };
  }
  const stageSince = addDays(DEMO_TODAY, -random.int(3, 90));
  const step = STAGES_BEFORE_DEPARTURE.indexOf(stage);
  const before = step === 0 ? 0 : random.int(20, 30) * Math.max(1, step);
  return { stage, stageSince, departedOn: null, openedOn: addDays(stageSince, -before) };
}

type Details = Progress &
  Pick<StoryOverseasCase, 'scheme' | 'country' | 'funding' | 'pathway' | 'agreement' | 'allocation'>;

function describe(
  scene: Scene,
  key: readonly (string | number)[],
  resident: Resident,
  details: Details,
): StoryOverseasCase {
  return {
    id: scene.id('overseas-case', ...key),
    personId: resident.id,
    city: resident.city,
    ...details,
    financingId: details.funding === 'KUR' ? scene.id('financing', ...key) : null,
    placementId: details.departedOn ? scene.id('placement-abroad', ...key) : null,
  };
}

/** Ceiling of the credit for migrant workers, rupiah. */
const CREDIT_CEILING = 100_000_000;

/** The loans behind the cases that a credit pays for. */
export function makeFinancing(scene: Scene, journeys: readonly Journey[]): StoryFinancing[] {
  const random = scene.random('financing');
  return journeys.flatMap(({ overseasCase: { id, personId, financingId, stage, openedOn, stageSince } }) => {
    if (!financingId) return [];
    const appliedOn = addDays(openedOn, random.int(0, Math.min(14, daysBetween(openedOn, stageSince))));
    const amount = Math.min(CREDIT_CEILING, random.int(24, 210) * 500_000);
    const status = statusOfLoan(random, stage);
    return {
      id: financingId,
      personId,
      overseasCaseId: id,
      lenderId: organizationId('himbara'),
      amount,
      status,
      appliedOn,
    };
  });
}

function statusOfLoan(random: Random, stage: OverseasStage): FinancingStatus {
  switch (stage) {
    case 'REGISTERED':
      return random.chance(0.15) ? 'REJECTED' : 'APPLIED';
    case 'AGREEMENT_MADE':
      return random.chance(0.7) ? 'APPROVED' : 'APPLIED';
    case 'DOCUMENTS':
    case 'ORIENTATION':
      return 'DISBURSED';
    case 'DEPARTED':
      return 'REPAYING';
    case 'RETURNED':
      return 'CLOSED';
    case 'WITHDRAWN':
      return 'REJECTED';
  }
}
