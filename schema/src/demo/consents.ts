import type { OrganizationSlug } from '../contract/ids';
import { organizationId } from '../contract/ids';
import { addDays, addMonths, daysBetween, DEMO_TODAY } from './calendar';
import type { Attendance } from './nominations';
import type { StoryConsent, StoryFinancing, StoryPerson } from './person.types';
import type { Random } from './random';
import type { Scene } from './scene';
import type { Day } from './vocabulary.types';

type Terms = Pick<StoryConsent, 'personId' | 'purpose' | 'categories'> & {
  recipient: OrganizationSlug;
  givenOn: Day;
};

/** Consents of a block: to the training centre, to the association and, by name, to the lenders. */
export function makeConsents(
  scene: Scene,
  people: readonly StoryPerson[],
  attendances: readonly Attendance[],
  financing: readonly StoryFinancing[],
): StoryConsent[] {
  const random = scene.random('consents');
  const trained = attendances
    .filter(() => random.chance(0.3))
    .map(({ nomination }): Terms => ({
      personId: nomination.personId,
      recipient: 'bbpvp-serang',
      purpose: 'TRAINING',
      categories: ['IDENTITY', 'CONTACT', 'HISTORY'],
      givenOn: nomination.nominatedOn,
    }));
  const seeking = people
    .filter(({ interests }) => interests && random.chance(0.12))
    .map(({ id, interests, registrations }): Terms => ({
      personId: id,
      recipient: 'apindo',
      purpose: 'PLACEMENT',
      categories: ['IDENTITY', 'CONTACT', 'HISTORY'],
      givenOn: interests?.mappedOn ?? registrations[0].registeredOn,
    }));
  const borrowing = financing.map(({ personId, appliedOn }): Terms => ({
    personId,
    recipient: 'himbara',
    purpose: 'BENEFIT',
    categories: ['IDENTITY', 'CONTACT', 'SPECIFIC'],
    givenOn: appliedOn,
  }));
  return [...trained, ...seeking, ...borrowing].map((terms, number) => consent(scene, random, terms, number));
}

function consent(scene: Scene, random: Random, { recipient, ...terms }: Terms, number: number): StoryConsent {
  const age = daysBetween(terms.givenOn, DEMO_TODAY);
  const withdrawnOn = age > 1 && random.chance(0.07) ? addDays(terms.givenOn, random.int(1, age)) : null;
  const validUntil = random.chance(0.6) ? addMonths(terms.givenOn, random.pick([6, 12, 24])) : null;
  const expired = validUntil !== null && validUntil < DEMO_TODAY;
  const withdrawn = withdrawnOn !== null && (validUntil === null || withdrawnOn <= validUntil);
  return {
    id: scene.id('consent', number),
    ...terms,
    recipientId: organizationId(recipient),
    status: withdrawn ? 'WITHDRAWN' : expired ? 'EXPIRED' : 'GIVEN',
    validUntil,
    withdrawnOn: withdrawn ? withdrawnOn : null,
  };
}
