import { addDays, DEMO_TODAY, daysBetween } from './calendar';
import type { Attendance } from './nominations';
import type {
  InterviewResult,
  JourneyStage,
  StoryInterview,
  StoryJourneyStep,
  StoryOverseasCase,
} from './person.types';
import type { StoryPlacement } from './placement.types';
import type { Random } from './random';
import type { Resident } from './residents';
import type { Scene } from './scene';
import type { Day } from './vocabulary.types';

/** What happened to one person in the other nouns of the block. */
export interface Deeds {
  attendances: readonly Attendance[];
  /** By first day. */
  placements: readonly StoryPlacement[];
  overseasCases: readonly StoryOverseasCase[];
}

/** The labour office's own steps with one person. */
export interface Timeline {
  registeredOn: Day;
  interviewedOn: Day | null;
  mappedOn: Day | null;
  removedOn: Day | null;
  journey: readonly [StoryJourneyStep, ...StoryJourneyStep[]];
  interview: StoryInterview | null;
}

type Opening = Pick<Timeline, 'registeredOn' | 'interviewedOn' | 'mappedOn' | 'removedOn'>;

const DAYS_SINCE_REGISTRATION: readonly (readonly [readonly [number, number], number])[] = [
  [[1, 30], 18],
  [[31, 180], 37],
  [[181, 365], 20],
  [[366, 715], 15],
  [[735, 900], 10],
];

/** The steps of one person, made to fit what became of them. */
export function makeTimeline(scene: Scene, random: Random, resident: Resident, deeds: Deeds): Timeline {
  const opening = openingOf(random, resident, deeds);
  const journey: [StoryJourneyStep, ...StoryJourneyStep[]] = [
    { stage: 'REGISTERED', since: opening.registeredOn, until: null },
  ];
  const step = (stage: JourneyStage, since: Day): void => {
    const previous = journey.at(-1);
    if (previous) previous.until = since;
    journey.push({ stage, since, until: null });
  };
  if (opening.interviewedOn) step('INTERVIEWED', opening.interviewedOn);
  if (opening.mappedOn) step('INTEREST_MAPPED', opening.mappedOn);
  for (const { nomination } of deeds.attendances)
    for (const [stage, since] of stepsOf(nomination)) step(stage, since);
  if (opening.removedOn) step('REMOVED', opening.removedOn);
  return { ...opening, journey, interview: interviewOf(scene, random, resident, opening) };
}

function stepsOf({ status, nominatedOn, decidedOn }: Attendance['nomination']): [JourneyStage, Day][] {
  const nominated: [JourneyStage, Day] = ['NOMINATED', nominatedOn];
  if (!decidedOn || status === 'WAITLISTED') return [nominated];
  return [nominated, [status === 'ACCEPTED' ? 'ACCEPTED' : 'INTEREST_MAPPED', decidedOn]];
}

function openingOf(random: Random, resident: Resident, deeds: Deeds): Opening {
  const nominatedOn = deeds.attendances[0]?.nomination.nominatedOn;
  if (nominatedOn) return backwards(random, addDays(nominatedOn, -random.int(5, 40)));
  const openedOn = deeds.overseasCases[0]?.openedOn;
  if (openedOn) return backwards(random, addDays(openedOn, -random.int(1, 15)));
  const placedOn = deeds.placements[0]?.startsOn;
  if (placedOn) {
    return forwards(random, addDays(placedOn, -random.int(25, 300)), placedOn, random.chance(0.85) ? 2 : 1);
  }
  if (resident.student) return forwards(random, addDays(DEMO_TODAY, -random.int(20, 200)), DEMO_TODAY, 0);
  return unattached(random);
}

/** Every step was taken, the last of them on the day given. */
function backwards(random: Random, mappedOn: Day): Opening {
  const interviewedOn = addDays(mappedOn, -random.int(4, 24));
  const wait = random.int(5, 28) + (random.chance(0.35) ? random.int(40, 200) : 0);
  return { registeredOn: addDays(interviewedOn, -wait), interviewedOn, mappedOn, removedOn: null };
}

/** As many of the two steps after registration as asked for, and as the time until the limit allows. */
function forwards(random: Random, registeredOn: Day, limit: Day, steps: number): Opening {
  const interviewedOn = addDays(registeredOn, random.int(4, 24));
  const mappedOn = addDays(interviewedOn, random.int(4, 24));
  return {
    registeredOn,
    interviewedOn: steps > 0 && interviewedOn <= limit ? interviewedOn : null,
    mappedOn: steps > 1 && mappedOn <= limit ? mappedOn : null,
    removedOn: null,
  };
}

/** Someone to whom nothing but the office's own steps has happened yet. */
function unattached(random: Random): Opening {
  const age = random.int(...random.weighted(DAYS_SINCE_REGISTRATION));
  const registeredOn = addDays(DEMO_TODAY, -age);
  const steps = random.weighted([
    [0, 34],
    [1, 24],
    [2, 42],
  ] as const);
  const removed = age > 60 && random.chance(0.14);
  const removedOn = removed ? addDays(registeredOn, random.int(50, Math.min(age, 700))) : null;
  return { ...forwards(random, registeredOn, removedOn ?? DEMO_TODAY, steps), removedOn };
}

function interviewOf(
  scene: Scene,
  random: Random,
  { number, student }: Resident,
  { registeredOn, interviewedOn, mappedOn }: Opening,
): StoryInterview | null {
  const id = scene.id('interview', number);
  if (interviewedOn)
    return { id, heldOn: interviewedOn, result: mappedOn ? 'RECOMMENDED' : resultOf(random) };
  const age = daysBetween(registeredOn, DEMO_TODAY);
  if (student || age < 10 || !random.chance(0.18)) return null;
  return { id, heldOn: addDays(registeredOn, random.int(5, Math.min(28, age))), result: 'ABSENT' };
}

function resultOf(random: Random): InterviewResult {
  return random.weighted<InterviewResult>([
    ['RECOMMENDED', 55],
    ['DEFERRED', 30],
    ['NOT_RECOMMENDED', 15],
  ]);
}
