import { organizationId } from '../contract/ids';
import { addDays, daysBetween, DEMO_TODAY, earlier } from './calendar';
import type {
  ArticleFiveField,
  StoryPostChange,
  StoryVacancy,
  StoryVacancyReporting,
  StoryVerification,
  VacancyStatus,
} from './employer.types';
import type { Offer } from './offers';
import type { Random } from './random';
import { OFFICE_OF } from './residents';
import type { Scene } from './scene';
import type { Day } from './vocabulary.types';

const ARTICLE_FIVE: readonly ArticleFiveField[] = [
  'validUntil',
  'education',
  'skills',
  'experienceMonths',
  'wageFrom',
  'workRegion',
];

/** The vacancies of a block in today's state, given the days on which people of the block took their posts. */
export function makeVacancies(
  scene: Scene,
  offers: readonly Offer[],
  taken: ReadonlyMap<string, readonly Day[]>,
): StoryVacancy[] {
  const random = scene.random('vacancies');
  return offers.map((offer) => makeVacancy(scene, random, offer, taken.get(offer.id) ?? []));
}

function makeVacancy(scene: Scene, random: Random, offer: Offer, taken: readonly Day[]): StoryVacancy {
  const fills = [...taken, ...outsiders(random, offer, offer.openings - taken.length)].sort();
  const status = statusOf(offer, fills.length);
  const missing =
    offer.fate === 'INCOMPLETE' || offer.fate === 'RETURNED'
      ? random.sample(ARTICLE_FIVE, random.int(1, 2))
      : [];
  const absent = new Set<ArticleFiveField>(missing);
  return {
    id: offer.id,
    employerId: offer.employer.id,
    occupation: offer.occupation,
    units: offer.units,
    openings: offer.openings,
    filled: fills.length,
    status,
    source: offer.source,
    scheme: offer.scheme,
    education: absent.has('education') ? null : offer.education,
    workRegion: absent.has('workRegion') || offer.country ? null : offer.employer.region,
    country: offer.country,
    createdOn: offer.createdOn,
    openedOn: offer.openedOn,
    validUntil: absent.has('validUntil') ? null : offer.validUntil,
    reporting: reportingOf(scene, random, offer, missing, fills),
    verification: verificationOf(offer, missing),
    changes: changesOf(offer, status, fills),
  };
}

/** Days on which people from outside the block took posts: at least one post stays free unless the offer is to be filled. */
function outsiders(random: Random, { fate, openedOn, closesOn }: Offer, free: number): Day[] {
  if (!openedOn || !closesOn || fate === 'UNREPORTED' || free <= 0) return [];
  const count = fate === 'FILLED' ? free : random.chance(0.45) ? random.int(0, free - 1) : 0;
  const window = daysBetween(openedOn, earlier(closesOn, DEMO_TODAY));
  return Array.from({ length: count }, () => addDays(openedOn, random.int(0, window)));
}

function statusOf({ fate, openings }: Offer, filled: number): VacancyStatus {
  switch (fate) {
    case 'DRAFT':
    case 'INCOMPLETE':
      return 'DRAFT';
    case 'PENDING':
    case 'RETURNED':
      return 'REPORTED';
    case 'VERIFIED':
      return 'VERIFIED';
    case 'REFUSED':
    case 'UNREPORTED':
      return 'CLOSED';
    case 'LIVE':
      return filled === openings ? 'FILLED' : filled > 0 ? 'PARTLY_FILLED' : 'OPEN';
    case 'FILLED':
      return 'FILLED';
    case 'CLOSED':
    case 'EXPIRED':
      return filled === openings ? 'FILLED' : fate;
  }
}

function officeOf({ employer }: Offer): string {
  return employer.city === '36.04' ? organizationId('disnaker-banten') : OFFICE_OF[employer.city];
}

function reportingOf(
  scene: Scene,
  random: Random,
  offer: Offer,
  missing: readonly ArticleFiveField[],
  fills: readonly Day[],
): StoryVacancyReporting {
  const { fate, reportedOn, number } = offer;
  if (!reportedOn) {
    const status = fate === 'INCOMPLETE' ? 'INCOMPLETE' : 'NOT_REPORTED';
    return { status, receipt: null, reportedOn, reportedToIds: [], missing, filledReportedOn: null };
  }
  const lastFill = fills.at(-1);
  const toldOn = lastFill && random.chance(0.75) ? addDays(lastFill, random.int(1, 10)) : null;
  const accepted = fate !== 'PENDING' && fate !== 'RETURNED' && fate !== 'REFUSED';
  return {
    status: accepted ? 'ACCEPTED' : fate === 'PENDING' ? 'REPORTED' : 'RETURNED',
    receipt: `DEMO-LK-${scene.block}-${number}`,
    reportedOn,
    reportedToIds: accepted ? [officeOf(offer), organizationId('disnaker-banten')] : [officeOf(offer)],
    missing,
    filledReportedOn: toldOn && toldOn <= DEMO_TODAY ? toldOn : null,
  };
}

function verificationOf(offer: Offer, missing: readonly ArticleFiveField[]): StoryVerification | null {
  const { fate, reportedOn, decidedOn } = offer;
  if (!reportedOn) return null;
  const status =
    fate === 'PENDING' || fate === 'RETURNED' ? fate : fate === 'REFUSED' ? 'REFUSED' : 'ACCEPTED';
  return { status, officeId: officeOf(offer), missing, decidedOn };
}

/** Posts of a vacancy that was reported: all come in, some are filled, the rest of a vacancy that ended are removed. */
function changesOf(offer: Offer, status: VacancyStatus, fills: readonly Day[]): StoryPostChange[] {
  const { reportedOn, openings, closesOn, decidedOn, fate } = offer;
  if (!reportedOn) return [];
  const perDay = new Map<Day, number>();
  for (const day of fills) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  const filled = [...perDay].map(([on, posts]): StoryPostChange => ({ on, kind: 'FILLED', posts }));
  const changes: StoryPostChange[] = [{ on: reportedOn, kind: 'REPORTED', posts: openings }, ...filled];
  const endedOn = fate === 'EXPIRED' && closesOn ? addDays(closesOn, 1) : (closesOn ?? decidedOn);
  if ((status === 'CLOSED' || status === 'EXPIRED') && endedOn) {
    changes.push({ on: endedOn, kind: 'REMOVED', posts: openings - fills.length });
  }
  return changes;
}
