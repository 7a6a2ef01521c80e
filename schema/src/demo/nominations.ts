import { addDays, daysBetween, DEMO_TODAY, earlier } from './calendar';
import type { PlannedClass } from './classes';
import { CLASS_SEATS } from './classes';
import type { NominationStatus, StoryNomination } from './person.types';
import { DEMO_PROGRAMMES } from './programmes';
import type { Random } from './random';
import type { Resident } from './residents';
import type { Scene } from './scene';
import type { EnrolmentStage, StoryEnrolment, StoryStageChange } from './training.types';
import type { Day } from './vocabulary.types';

/** Most years of age at which the overseas programmes take people. */
const OVERSEAS_AGE = 38;

/** What a nomination came to, and the seat that came of it. */
type Fate = readonly [nomination: NominationStatus, seat: EnrolmentStage | null];

/** A person, a class and what comes of them. */
interface Invitation {
  resident: Resident;
  trainingClass: PlannedClass;
  fate: Fate;
  /** Place within the class's nominations. */
  index: number;
  waitingPosition: number | null;
}

/** Someone's way into a class. */
export interface Attendance {
  resident: Resident;
  trainingClass: PlannedClass;
  nomination: StoryNomination;
  enrolment: StoryEnrolment | null;
}

/** Nominations and seats of all classes of a block; the same person may come back for a later class. */
export function makeAttendances(
  scene: Scene,
  residents: readonly Resident[],
  classes: readonly PlannedClass[],
): Attendance[] {
  const random = scene.random('nominations');
  const fresh = random.shuffled(residents.filter(({ student }) => !student));
  const attendances: Attendance[] = [];
  for (const trainingClass of classes) {
    const fates = fatesOf(random, trainingClass);
    const returning = returners(random, attendances, trainingClass);
    const people = [...returning, ...draw(fresh, trainingClass, fates.length - returning.length)];
    const firstWaiting = fates.findIndex(([, seat]) => seat === 'WAITLISTED');
    fates.forEach((fate, index) => {
      const resident = people[index];
      const waitingPosition = fate[1] === 'WAITLISTED' ? index - firstWaiting + 1 : null;
      if (resident)
        attendances.push(attend(scene, random, { resident, trainingClass, fate, index, waitingPosition }));
    });
  }
  return attendances;
}

function times(count: number, fate: Fate): Fate[] {
  return Array.from({ length: count }, () => fate);
}

function fatesOf(random: Random, { status }: PlannedClass): Fate[] {
  switch (status) {
    case 'FINISHED': {
      const released = random.int(0, 1);
      const dropped = random.int(0, 2);
      return [
        ...times(CLASS_SEATS - released - dropped, ['ACCEPTED', 'COMPLETED']),
        ...times(dropped, ['ACCEPTED', 'DROPPED']),
        ...times(released, ['WITHDRAWN', 'RELEASED']),
        ...times(2, ['REJECTED', null]),
        ...times(random.int(0, 1), ['WITHDRAWN', null]),
      ];
    }
    case 'RUNNING': {
      const dropped = random.int(0, 1);
      return [
        ...times(CLASS_SEATS - dropped, ['ACCEPTED', 'ENROLLED']),
        ...times(dropped, ['ACCEPTED', 'DROPPED']),
        ...times(dropped === 0 ? 2 : 0, ['WAITLISTED', 'WAITLISTED']),
        ...times(2, ['REJECTED', null]),
      ];
    }
    case 'OPEN': {
      const full = random.chance(0.5);
      return [
        ...times(full ? CLASS_SEATS : random.int(6, 12), ['ACCEPTED', 'RESERVED']),
        ...times(1, ['WITHDRAWN', 'RELEASED']),
        ...times(full ? 3 : 0, ['WAITLISTED', 'WAITLISTED']),
        ...times(4, ['PROPOSED', null]),
      ];
    }
    case 'PLANNED':
      return times(6, ['PROPOSED', null]);
    case 'CANCELLED':
      return times(8, ['ACCEPTED', 'RELEASED']);
  }
}

/** One or two who completed another class in time come first, and so get a seat. */
function returners(random: Random, attendances: readonly Attendance[], next: PlannedClass): Resident[] {
  if (next.status === 'PLANNED' || next.status === 'CANCELLED' || DEMO_PROGRAMMES[next.programme].country)
    return [];
  const latestEnd = addDays(next.startsOn, -50);
  const done = attendances
    .filter(
      ({ enrolment, trainingClass }) => enrolment?.stage === 'COMPLETED' && trainingClass.endsOn <= latestEnd,
    )
    .filter(
      ({ trainingClass }) =>
        trainingClass.city === next.city && !DEMO_PROGRAMMES[trainingClass.programme].country,
    )
    .map(({ resident }) => resident);
  const busy = new Set(
    attendances.filter(({ trainingClass }) => trainingClass.endsOn > latestEnd).map((a) => a.resident),
  );
  return random.sample(
    [...new Set(done)].filter((resident) => !busy.has(resident)),
    random.int(1, 2),
  );
}

/** Takes people off the list of those who have not been nominated yet. */
function draw(fresh: Resident[], { city, programme }: PlannedClass, count: number): Resident[] {
  const oldest = DEMO_PROGRAMMES[programme].country ? OVERSEAS_AGE : 60;
  const drawn = fresh.filter((resident) => resident.city === city && resident.age <= oldest).slice(0, count);
  const gone = new Set(drawn);
  fresh.splice(0, fresh.length, ...fresh.filter((resident) => !gone.has(resident)));
  return drawn;
}

function attend(scene: Scene, random: Random, invitation: Invitation): Attendance {
  const { resident, trainingClass, index } = invitation;
  const [status, stage] = invitation.fate;
  const { number, allocation, agreement, startsOn } = trainingClass;
  const nominatedOn = earlier(
    addDays(startsOn, -random.int(20, 45)),
    addDays(DEMO_TODAY, -random.int(12, 35)),
  );
  const decidedOn = addDays(nominatedOn, random.int(2, 9));
  const history = stage && historyOf(random, trainingClass, stage, decidedOn);
  const nomination: StoryNomination = {
    id: scene.id('nomination', number, index),
    personId: resident.id,
    classId: trainingClass.id,
    allocation,
    agreement,
    officeId: resident.officeId,
    status,
    nominatedOn,
    decidedOn:
      status === 'PROPOSED' ? null : status === 'WITHDRAWN' ? (history?.at(-1)?.on ?? decidedOn) : decidedOn,
    followUp: null,
  };
  if (!stage || !history) return { resident, trainingClass, nomination, enrolment: null };
  const enrolment: StoryEnrolment = {
    id: scene.id('enrolment', number, index),
    personId: resident.id,
    classId: trainingClass.id,
    allocation,
    nominationId: nomination.id,
    stage,
    history,
    waitingPosition: invitation.waitingPosition,
    district: resident.district,
  };
  return { resident, trainingClass, nomination, enrolment };
}

function historyOf(
  random: Random,
  { startsOn, endsOn }: PlannedClass,
  stage: EnrolmentStage,
  decidedOn: Day,
): readonly [StoryStageChange, ...StoryStageChange[]] {
  const reserved: StoryStageChange = { stage: 'RESERVED', on: decidedOn };
  const enrolled: StoryStageChange = { stage: 'ENROLLED', on: startsOn };
  switch (stage) {
    case 'WAITLISTED':
    case 'RESERVED':
      return [{ stage, on: decidedOn }];
    case 'RELEASED': {
      const last = earlier(addDays(startsOn, -1), DEMO_TODAY);
      return [reserved, { stage, on: addDays(decidedOn, random.int(1, daysBetween(decidedOn, last))) }];
    }
    case 'ENROLLED':
      return [reserved, enrolled];
    case 'DROPPED': {
      const last = earlier(addDays(endsOn, -3), DEMO_TODAY);
      return [
        reserved,
        enrolled,
        { stage, on: addDays(startsOn, random.int(3, daysBetween(startsOn, last))) },
      ];
    }
    case 'COMPLETED':
      return [reserved, enrolled, { stage, on: endsOn }];
  }
}
