import { DEMO_AGREEMENTS } from './agreements';
import { addDays, addMonths, DEMO_TODAY } from './calendar';
import type { PlannedClass } from './classes';
import { WORK_OCCUPATIONS } from './codes';
import type { StoryEmployer } from './employer.types';
import type { Attendance } from './nominations';
import type { Journey } from './overseas';
import type { StoryPlacement, StoryRetentionCheck } from './placement.types';
import { DEMO_PROGRAMMES } from './programmes';
import type { Random } from './random';
import type { Resident } from './residents';
import type { Scene } from './scene';
import type { Offer } from './offers';
import { Workplaces } from './workplaces';
import type { Day } from './vocabulary.types';

/** People of a block who found work without any training. */
const UNTRAINED = 18;

interface Hire {
  key: readonly (string | number)[];
  resident: Resident;
  trainingClass: PlannedClass | null;
  occupation: string;
  startsOn: Day;
}

interface Crowd {
  attendances: readonly Attendance[];
  journeys: readonly Journey[];
  /** People without any nomination. */
  idle: readonly Resident[];
  employers: readonly StoryEmployer[];
  offers: readonly Offer[];
}

export interface Placed {
  placements: StoryPlacement[];
  /** Days on which people of the block took posts of each vacancy. */
  taken: ReadonlyMap<string, readonly Day[]>;
}

/** All placements of a block: graduates, untrained people, those gone abroad, and second tries. */
export function makePlacements(
  scene: Scene,
  { attendances, journeys, idle, employers, offers }: Crowd,
): Placed {
  const random = scene.random('placements');
  const workplaces = new Workplaces(employers, offers);
  const travelling = new Set(journeys.map(({ resident }) => resident));
  const hires = [
    ...graduateHires(random, attendances),
    ...untrainedHires(
      random,
      idle.filter((resident) => !travelling.has(resident)),
    ),
  ];
  const first = hires.map((hire) => place(scene, random, workplaces, hire));
  const second = hires.flatMap((hire, index) => {
    const again = secondHire(random, hire, first[index]?.endsOn ?? null);
    return again ? [place(scene, random, workplaces, again)] : [];
  });
  const abroad = journeys.flatMap((journey) => placeAbroad(random, journey));
  return { placements: [...first, ...second, ...abroad], taken: workplaces.taken };
}

/** Three of five who completed a class and do not sit in another find work, if time was enough. */
function graduateHires(random: Random, attendances: readonly Attendance[]): Hire[] {
  const latest = new Map<Resident, Attendance>();
  for (const attendance of attendances) latest.set(attendance.resident, attendance);
  return [...latest.values()].flatMap(({ resident, trainingClass, enrolment, nomination }) => {
    const { country, occupations } = DEMO_PROGRAMMES[trainingClass.programme];
    if (enrolment?.stage !== 'COMPLETED' || country || !random.chance(0.64)) return [];
    const startsOn = addDays(trainingClass.endsOn, random.int(8, 80));
    if (startsOn > DEMO_TODAY) return [];
    const occupation = random.chance(0.85) ? random.pick(occupations) : random.pick(WORK_OCCUPATIONS);
    return [{ key: ['graduate', nomination.id], resident, trainingClass, occupation, startsOn }];
  });
}

function untrainedHires(random: Random, idle: readonly Resident[]): Hire[] {
  return idle
    .filter(({ age, student }) => age >= 18 && !student)
    .slice(0, UNTRAINED)
    .map((resident, index) => ({
      key: ['untrained', index],
      resident,
      trainingClass: null,
      occupation: random.pick(resident.sought),
      startsOn: addDays(
        DEMO_TODAY,
        -random.weighted([[random.int(2, 120), 5] as const, [random.int(121, 560), 5] as const]),
      ),
    }));
}

function secondHire(random: Random, hire: Hire, endedOn: Day | null): Hire | null {
  if (!endedOn || !random.chance(0.4)) return null;
  const startsOn = addDays(endedOn, random.int(10, 70));
  if (startsOn > DEMO_TODAY) return null;
  return { ...hire, key: [...hire.key, 'again'], trainingClass: null, startsOn };
}

function place(scene: Scene, random: Random, workplaces: Workplaces, hire: Hire): StoryPlacement {
  const { resident, trainingClass, startsOn } = hire;
  const work = workplaces.find(random, hire);
  const endsOn = lastDay(random, work.scheme, startsOn);
  return {
    id: scene.id('placement', ...hire.key),
    personId: resident.id,
    ...work,
    programme: trainingClass?.programme ?? null,
    classId: trainingClass?.id ?? null,
    agreement: trainingClass ? trainingClass.agreement : agreementOf(random, resident, work, startsOn),
    allocation: trainingClass?.allocation ?? null,
    overseasCaseId: null,
    ...originOf(resident),
    startsOn,
    endsOn,
    retention: checksOf(random, startsOn, endsOn),
  };
}

function originOf({
  city,
  district,
  education,
}: Resident): Pick<StoryPlacement, 'originCity' | 'originDistrict' | 'education'> {
  return { originCity: city, originDistrict: district, education };
}

/** Some untrained people are placed under the placement clause of an agreement alone. */
function agreementOf(
  random: Random,
  { city }: Resident,
  { scheme, employerId }: Pick<StoryPlacement, 'scheme' | 'employerId'>,
  startsOn: Day,
): 'D1' | 'D3' | null {
  const agreement = city === '36.73' ? 'D1' : 'D3';
  if (scheme === 'SELF_EMPLOYMENT' || !employerId || startsOn < DEMO_AGREEMENTS[agreement].effectiveFrom)
    return null;
  return random.chance(0.4) ? agreement : null;
}

/** Apprenticeships last five months; of the other placements about one in five has ended. */
function lastDay(random: Random, scheme: StoryPlacement['scheme'], startsOn: Day): Day | null {
  const days = scheme === 'MAGANG_DN' ? 150 : random.int(35, 400);
  const ends = scheme === 'MAGANG_DN' || random.chance(scheme === 'SELF_EMPLOYMENT' ? 0.15 : 0.35);
  const endsOn = addDays(startsOn, days);
  return ends && endsOn < DEMO_TODAY ? endsOn : null;
}

function placeAbroad(random: Random, { resident, trainingClass, overseasCase }: Journey): StoryPlacement[] {
  const { placementId, departedOn, scheme, country, stage, stageSince } = overseasCase;
  if (!placementId || !departedOn) return [];
  const endsOn = stage === 'RETURNED' ? stageSince : null;
  const occupations = trainingClass
    ? DEMO_PROGRAMMES[trainingClass.programme].occupations
    : ['5322', '8160', '7223'];
  return [
    {
      id: placementId,
      personId: resident.id,
      employerId: null,
      vacancyId: null,
      programme: trainingClass?.programme ?? null,
      classId: trainingClass?.id ?? null,
      agreement: overseasCase.agreement,
      allocation: overseasCase.allocation,
      overseasCaseId: overseasCase.id,
      occupation: random.pick(occupations),
      scheme,
      channel: scheme === 'PMI' ? 'AKAN' : null,
      destination: { area: 'OVERSEAS', region: null, country },
      ...originOf(resident),
      startsOn: departedOn,
      endsOn,
      retention: checksOf(random, departedOn, endsOn),
    },
  ];
}

/** A check says what was true on the day it was made; about one in seven of those due was never made. */
function checksOf(random: Random, startsOn: Day, endsOn: Day | null): StoryRetentionCheck[] {
  return ([3, 6, 12] as const).map((months) => {
    const dueOn = addMonths(startsOn, months);
    const checkedOn = addDays(dueOn, random.int(0, 14));
    if (checkedOn > DEMO_TODAY || !random.chance(0.86))
      return { months, dueOn, checkedOn: null, employed: null };
    return { months, dueOn, checkedOn, employed: endsOn === null || endsOn > checkedOn };
  });
}
