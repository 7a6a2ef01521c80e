import { addDays, addMonths, daysBetween, DEMO_TODAY, later } from './calendar';
import type { RegistrationStatus, StoryRegistration } from './person.types';
import type { Random } from './random';
import { OFFICE_OF } from './residents';
import type { Resident } from './residents';
import type { Scene } from './scene';
import type { Deeds, Timeline } from './timelines';
import type { CityCode, Day } from './vocabulary.types';

/** AK-1 is valid for two years and wants a report every six months. */
const VALID_MONTHS = 24;
const REPORT_MONTHS = 6;

/** People registered at both offices; four of 250 are 1.6 %. */
const REGISTERED_TWICE: ReadonlySet<number> = new Set([40, 90, 200, 230]);

/** What ends a registration before its time, or nothing. */
interface End {
  on: Day;
  status: 'PLACED' | 'REMOVED';
}

/** The registrations of one person, that of the city of residence first. */
export function makeRegistrations(
  scene: Scene,
  random: Random,
  resident: Resident,
  timeline: Timeline,
  deeds: Deeds,
): readonly [StoryRegistration, ...StoryRegistration[]] {
  const first = register(scene, random, resident, {
    city: resident.city,
    registeredOn: timeline.registeredOn,
    end: endOf(random, timeline, deeds),
    overdueChance: deeds.placements.length > 0 || deeds.attendances.length > 0 ? 0.55 : 0.35,
  });
  if (!REGISTERED_TWICE.has(resident.number)) return [first];
  const span = Math.min(200, daysBetween(timeline.registeredOn, DEMO_TODAY));
  const second = register(scene, random, resident, {
    city: resident.city === '36.73' ? '36.72' : '36.73',
    registeredOn: addDays(timeline.registeredOn, random.int(Math.min(20, span), span)),
    end: null,
    overdueChance: 0.35,
  });
  return [first, second];
}

/** Four of five placements reach the office and end the registration; the others leave a job seeker who has a job. */
function endOf(random: Random, { removedOn, registeredOn }: Timeline, { placements }: Deeds): End | null {
  if (removedOn) return { on: removedOn, status: 'REMOVED' };
  const placement = placements.find(({ startsOn }) => startsOn >= registeredOn);
  return placement && random.chance(0.78) ? { on: placement.startsOn, status: 'PLACED' } : null;
}

interface Terms {
  city: CityCode;
  registeredOn: Day;
  end: End | null;
  overdueChance: number;
}

function register(scene: Scene, random: Random, resident: Resident, terms: Terms): StoryRegistration {
  const { city, registeredOn, end } = terms;
  const validUntil = addMonths(registeredOn, VALID_MONTHS);
  const ended = end && end.on <= validUntil ? end : null;
  const lapsedOn = validUntil < DEMO_TODAY ? addDays(validUntil, 1) : null;
  const endedOn = ended?.on ?? lapsedOn;
  const lastReportedOn = lastReport(random, registeredOn, endedOn, terms.overdueChance);
  const nextReportDue = addMonths(lastReportedOn, REPORT_MONTHS);
  const lasting: RegistrationStatus = nextReportDue < DEMO_TODAY ? 'DUE_REPORT' : 'ACTIVE';
  return {
    id: scene.id('registration', resident.number, city),
    officeId: OFFICE_OF[city],
    city,
    siapkerja: resident.siapkerja,
    status: ended?.status ?? (lapsedOn ? 'LAPSED' : lasting),
    registeredOn,
    validUntil,
    lastReportedOn,
    nextReportDue,
    endedOn,
    occupations: resident.sought,
  };
}

function lastReport(random: Random, registeredOn: Day, endedOn: Day | null, overdueChance: number): Day {
  if (endedOn)
    return addDays(registeredOn, random.int(0, Math.max(0, daysBetween(registeredOn, endedOn) - 1)));
  const threshold = addMonths(DEMO_TODAY, -REPORT_MONTHS);
  const overdue = registeredOn < threshold && random.chance(overdueChance);
  const reportedOn = overdue
    ? addDays(threshold, -random.int(2, 200))
    : addDays(DEMO_TODAY, -random.int(0, 170));
  return later(registeredOn, reportedOn);
}
