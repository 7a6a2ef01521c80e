import type { ClassAllocationSlug } from './agreements';
import { CLASS_ALLOCATIONS, DEMO_AGREEMENTS } from './agreements';
import { addDays, daysBetween, DEMO_TODAY } from './calendar';
import type { DemoProgrammeSlug } from './programmes';
import { DEMO_PROGRAMMES } from './programmes';
import type { Random } from './random';
import type { Scene } from './scene';
import type { ClassStatus, StoryClass } from './training.types';
import type { CityCode, Day, FundingSource } from './vocabulary.types';

/** Seats of a class, as the sources give them. */
export const CLASS_SEATS = 16;

/** BEFORE: finished a year or more ago, before any demonstration agreement. */
type Timing = ClassStatus | 'BEFORE';
type Requester = 'ASSOCIATION' | 'OFFICE';

type Plan = readonly [
  programme: DemoProgrammeSlug,
  city: CityCode,
  allocation: ClassAllocationSlug | null,
  timing: Timing,
  funding: FundingSource,
  requestedBy?: Requester,
];

/** A class with what only the making of the story needs to know. */
export interface PlannedClass extends StoryClass {
  programme: DemoProgrammeSlug;
  requestedBy: Requester | null;
}

const SERANG = '36.73';
const CILEGON = '36.72';

/** The four classes of the 64 seats are in block 0 alone: the sources know of them once. */
const FIRST_BLOCK: readonly Plan[] = [
  ['SABLON', SERANG, 'DEMO-SERANG-CITY-64', 'FINISHED', 'APBN'],
  ['BARISTA', SERANG, 'DEMO-SERANG-CITY-64', 'FINISHED', 'APBN'],
  ['SOFT-SKILLS', SERANG, 'DEMO-SERANG-CITY-64', 'FINISHED', 'APBN'],
  ['PUBLIC-SPEAKING', SERANG, 'DEMO-SERANG-CITY-64', 'RUNNING', 'APBN'],
  ['LAS-PIPA-6GR', CILEGON, 'DEMO-CILEGON-TECHNICAL', 'FINISHED', 'APBN'],
];

/** First days of those classes: early enough that what became of the graduates is known. */
const FIRST_BLOCK_STARTS: readonly Day[] = [
  '2026-01-19',
  '2026-02-02',
  '2026-03-02',
  '2026-06-01',
  '2025-10-27',
];

/** By block number modulo eight; together they use every programme, leaf, state and purse. */
const CYCLE: readonly (readonly Plan[])[] = [
  [
    ['SABLON', SERANG, 'DEMO-SERANG-SHORT', 'FINISHED', 'APBN'],
    ['BARISTA', CILEGON, 'DEMO-CILEGON-SHORT', 'FINISHED', 'APBD'],
    ['LAS-PIPA-6GR', SERANG, 'DEMO-SERANG-TECHNICAL', 'FINISHED', 'APBN'],
    ['LAS-ROBOTIK', CILEGON, 'DEMO-APINDO-CILEGON', 'FINISHED', 'EMPLOYER', 'ASSOCIATION'],
    ['MAGANG-JP', SERANG, 'DEMO-POOL-SERANG', 'RUNNING', 'APBN'],
  ],
  [
    ['LAS-PIPA-6GR', SERANG, 'DEMO-SERANG-TECHNICAL', 'FINISHED', 'APBN'],
    ['LAS-ROBOTIK', CILEGON, 'DEMO-CILEGON-TECHNICAL', 'FINISHED', 'APBN'],
    ['MAGANG-JP', SERANG, 'DEMO-SERANG-OVERSEAS', 'FINISHED', 'APBN'],
    ['SABLON', SERANG, 'DEMO-SERANG-SHORT', 'OPEN', 'APBN'],
    ['LAS-BAWAH-AIR', CILEGON, null, 'BEFORE', 'APBN'],
  ],
  [
    ['LAS-ROBOTIK', SERANG, 'DEMO-SERANG-TECHNICAL', 'FINISHED', 'APBN'],
    ['MAGANG-KR', SERANG, 'DEMO-POOL-SERANG', 'FINISHED', 'KUR'],
    ['LAS-PIPA-6GR', CILEGON, 'DEMO-APINDO-CILEGON', 'FINISHED', 'EMPLOYER', 'ASSOCIATION'],
    ['BARISTA', CILEGON, 'DEMO-CILEGON-SHORT', 'RUNNING', 'APBD'],
    ['SOFT-SKILLS', SERANG, 'DEMO-SERANG-SHORT', 'PLANNED', 'APBD'],
  ],
  [
    ['LAS-BAWAH-AIR', SERANG, 'DEMO-SERANG-TECHNICAL', 'RUNNING', 'APBN'],
    ['MAGANG-JP', CILEGON, 'DEMO-POOL-CILEGON', 'FINISHED', 'APBN'],
    ['LAS-PIPA-6GR', CILEGON, null, 'BEFORE', 'APBN'],
    ['LAS-ROBOTIK', CILEGON, 'DEMO-APINDO-CILEGON', 'OPEN', 'APBN', 'ASSOCIATION'],
    ['PUBLIC-SPEAKING', SERANG, 'DEMO-SERANG-SHORT', 'FINISHED', 'APBD'],
  ],
  [
    ['LAS-PIPA-6GR', SERANG, 'DEMO-SERANG-TECHNICAL', 'OPEN', 'APBN'],
    ['MAGANG-DE', SERANG, 'DEMO-POOL-SERANG', 'RUNNING', 'OWN'],
    ['AGROFORESTRI', SERANG, 'DEMO-SERANG-SHORT', 'FINISHED', 'APBN'],
    ['LAS-ROBOTIK', CILEGON, 'DEMO-CILEGON-TECHNICAL', 'RUNNING', 'APBN'],
    ['SABLON', SERANG, null, 'BEFORE', 'APBD'],
  ],
  [
    ['LAS-PIPA-6GR', CILEGON, 'DEMO-CILEGON-TECHNICAL', 'FINISHED', 'APBN'],
    ['BARISTA', SERANG, 'DEMO-SERANG-SHORT', 'CANCELLED', 'APBD'],
    ['MAGANG-JP', SERANG, 'DEMO-POOL-SERANG', 'OPEN', 'APBN'],
    ['LAS-ROBOTIK', SERANG, 'DEMO-SERANG-TECHNICAL', 'FINISHED', 'APBN'],
    ['SOFT-SKILLS', CILEGON, 'DEMO-CILEGON-SHORT', 'FINISHED', 'APBD'],
  ],
  [
    ['LAS-PIPA-6GR', CILEGON, 'DEMO-APINDO-CILEGON', 'RUNNING', 'APBN', 'ASSOCIATION'],
    ['MAGANG-KR', CILEGON, 'DEMO-POOL-CILEGON', 'RUNNING', 'KUR'],
    ['SABLON', SERANG, 'DEMO-SERANG-SHORT', 'FINISHED', 'APBN'],
    ['LAS-ROBOTIK', SERANG, null, 'BEFORE', 'APBN'],
    ['PBL', SERANG, 'DEMO-SERANG-TECHNICAL', 'PLANNED', 'APBN'],
  ],
  [
    ['LAS-PIPA-6GR', SERANG, 'DEMO-SERANG-TECHNICAL', 'RUNNING', 'APBN'],
    ['LAS-BAWAH-AIR', CILEGON, 'DEMO-CILEGON-TECHNICAL', 'PLANNED', 'APBN', 'OFFICE'],
    ['MAGANG-DE', CILEGON, 'DEMO-POOL-CILEGON', 'OPEN', 'KUR'],
    ['BARISTA', SERANG, 'DEMO-SERANG-SHORT', 'FINISHED', 'APBN'],
    ['LAS-ROBOTIK', CILEGON, 'DEMO-APINDO-CILEGON', 'FINISHED', 'EMPLOYER', 'ASSOCIATION'],
  ],
];

/** The five classes of a block, by first day. */
export function makeClasses(scene: Scene): PlannedClass[] {
  const random = scene.random('classes');
  const plans = scene.block === 0 ? FIRST_BLOCK : (CYCLE[scene.block % CYCLE.length] ?? []);
  return plans
    .map((plan, number) => makeClass(scene, random, plan, number))
    .sort((left, right) => left.startsOn.localeCompare(right.startsOn) || left.number - right.number);
}

function makeClass(scene: Scene, random: Random, plan: Plan, number: number): PlannedClass {
  const [programme, city, allocation, timing, funding, requestedBy] = plan;
  const { days, facility, costPerSeat } = DEMO_PROGRAMMES[programme];
  const fixedStart = scene.block === 0 ? FIRST_BLOCK_STARTS[number] : undefined;
  const startsOn = fixedStart ?? firstDay(random, timing, days, allocation);
  return {
    id: scene.id('class', number),
    block: scene.block,
    number,
    programme,
    city,
    seats: CLASS_SEATS,
    startsOn,
    endsOn: addDays(startsOn, days),
    status: timing === 'BEFORE' ? 'FINISHED' : timing,
    facility,
    allocation,
    agreement: allocation && CLASS_ALLOCATIONS[allocation],
    funding,
    cost: random.chance(0.12) ? null : CLASS_SEATS * costPerSeat,
    requestId: requestedBy ? scene.id('request', number) : null,
    requestedBy: requestedBy ?? null,
  };
}

function firstDay(random: Random, timing: Timing, days: number, allocation: ClassAllocationSlug | null): Day {
  switch (timing) {
    case 'BEFORE':
      return addDays(DEMO_TODAY, -random.int(480, 840));
    case 'FINISHED': {
      const earliest = allocation
        ? DEMO_AGREEMENTS[CLASS_ALLOCATIONS[allocation]].effectiveFrom
        : '2025-09-01';
      const room = daysBetween(earliest, DEMO_TODAY) - days - 16;
      return addDays(earliest, 3 + random.int(0, Math.max(0, Math.min(room - 3, 60))));
    }
    case 'RUNNING':
      return addDays(DEMO_TODAY, -random.int(6, Math.min(40, days - 6)));
    case 'OPEN':
    case 'CANCELLED':
      return addDays(DEMO_TODAY, random.int(14, 40));
    case 'PLANNED':
      return addDays(DEMO_TODAY, random.int(60, 110));
  }
}
