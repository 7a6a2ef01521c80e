import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@simpul/kit/context/context';
import { SimpulError } from '@simpul/kit/errors/errors';
import { type OutcomeMember, ReferenceUnknown, TooManyAttempts } from '@simpul/kit/graphql/outcome';
import { appendEvent } from '@simpul/kit/write/event';
import { STRANGER } from '@simpul/kit/policy/reach';
import { type Made, once } from '@simpul/kit/write/once';
import { PURPOSES, type Purpose } from '@simpul/schema/contract/identity';
import type { EntityManager } from 'typeorm';
import { personRepository } from '../person/person.repository';
import { nikKeys } from '../secrets';
import type { VerifyNikInput } from './person-nik.input';
import { MOST_CHECKS, assertComparable, officeOfOfficer } from './person-nik.policy';
import { type NikCheck, personNikRepository, storedNikRepository } from './person-nik.repository';
import { isSameNik } from './person-nik-sealing.service';

/** The database role that alone reads numbers. */
export const IDENTITY_ROLE = 'identity';

export const personNikService = {
  /** The last four digits; null where no number is recorded. */
  async lastFour(ctx: RequestContext, personId: string): Promise<string | null> {
    return ctx.load(lastFourOfPeople, personId);
  },

  /**
   * Compares a number with the person's. Every comparison counts, right or wrong, against limits that all replicas
   * share, and leaves an event; the number itself stays in this process and its keyed index in the hash of the input.
   */
  async verify(ctx: RequestContext, input: VerifyNikInput): Promise<NikCheck | OutcomeMember> {
    if (officeOfOfficer(ctx.identity) === null)
      throw new SimpulError('FORBIDDEN', 'Only officers of a labour office may compare a population number.');
    statedPurpose(ctx);
    assertComparable(input);
    const index = input.nik.use((nik) => ctx.secrets.of(nikKeys).blindIndex(nik)).toString('hex');
    const call = {
      ...{ field: 'verifyNik', key: input.idempotencyKey },
      // A hash of the number itself could be guessed: sixteen digits with a structure are few.
      input: { idempotencyKey: input.idempotencyKey, person: input.person, nik: index },
      refusals: [TooManyAttempts, ReferenceUnknown],
    };
    // Asked before the transaction: within it, it would take a second connection from whoever waits for one.
    const own = await isOwn(ctx, input.person);
    const outcome = await once(ctx, call, (db) => compare(ctx, db, input, own));
    if (!('id' in outcome)) return outcome;
    const check = await ctx.read((db) => personNikRepository.findCheck(db, outcome.id));
    if (!check) throw new Error('A comparison vanished after it was made.');
    return check;
  },
};

/** What for a number is compared or told: nobody is answered who does not say. */
export function statedPurpose({ purpose }: RequestContext): Purpose {
  if (purpose !== null) return purpose;
  throw new SimpulError(
    'PURPOSE_REQUIRED',
    `A population number is personal data: say what for, by the header x-purpose (${PURPOSES.join(', ')}).`,
  );
}

async function compare(
  ctx: RequestContext,
  db: EntityManager,
  { person: personId, nik }: VerifyNikInput,
  isOwn: boolean,
): Promise<Made | OutcomeMember> {
  const caller = ctx.identity.subject;
  await personNikRepository.takeTurns(db, personId, caller);
  const until = await fullUntil(db, personId, caller);
  const person = isOwn ? (await personRepository.findByIds(db, [personId]))[0] : undefined;
  const demo = person?.demo ?? false;
  if (until !== null) {
    await tell(ctx, db, { id: randomUUID(), type: 'NikCheckRefused', demo, payload: { person: personId } });
    return tooMany(until);
  }
  const matched = person !== undefined && (await isNumberOf(ctx, personId, (stored) => nik.use(stored)));
  const check = { id: randomUUID(), personId, caller, matched, verifiedAt: ctx.clock.now() };
  await personNikRepository.addCheck(db, check);
  await tell(ctx, db, { id: check.id, type: 'NikChecked', demo, payload: { person: personId, matched } });
  return person === undefined ? unknownPerson() : { id: check.id, version: 1 };
}

/** Whether the caller may be told a number of the person's: a row that a grant opens, or masked, is none to compare with. */
async function isOwn(ctx: RequestContext, personId: string): Promise<boolean> {
  const { identity, purpose, clock, policy } = ctx;
  const { relations } = await ctx.standing(personId);
  const number = { coordinate: 'Person.nikMasked', category: 'IDENTITY' } as const;
  const asker = { identity, purpose, today: clock.today() };
  return policy.decide(asker, number, { ...STRANGER, relations }).verdict === 'ALLOW';
}

/** Reads as another role and by another connection: the transaction that asks cannot see what it is compared with. */
async function isNumberOf(
  ctx: RequestContext,
  personId: string,
  withNumber: (compare: (nik: string) => boolean) => boolean,
): Promise<boolean> {
  const stored = await ctx.as(IDENTITY_ROLE, (db) => storedNikRepository.find(db, personId));
  const ring = ctx.secrets.of(nikKeys);
  return stored !== undefined && withNumber((nik) => isSameNik(ring, stored, nik));
}

async function fullUntil(db: EntityManager, personId: string, caller: string): Promise<Date | null> {
  const ends = [
    await personNikRepository.fullUntil(db, 'person_id', personId, MOST_CHECKS.ofPerson),
    await personNikRepository.fullUntil(db, 'caller', caller, MOST_CHECKS.byCaller),
  ].filter((until) => until !== null);
  return ends.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

function tell(
  ctx: RequestContext,
  db: EntityManager,
  {
    id,
    ...event
  }: { id: string; type: string; demo: boolean; payload: { person: string; matched?: boolean } },
): Promise<void> {
  return appendEvent(ctx, db, {
    ...{ aggregateType: 'NikCheck', aggregateId: id, aggregateVersion: 1, ...event },
    payload: { ...event.payload, office: ctx.identity.office },
    people: [event.payload.person],
  });
}

function tooMany(retryAt: Date): TooManyAttempts {
  return new TooManyAttempts({
    message: 'Too many numbers were compared within the hour, with this person or by this caller.',
    nextStep: 'Try again after retryAt, with a key of its own; or look at the identity card.',
    retryAt,
  });
}

/** The same whether there is no such person or the caller may not know of one. */
export function unknownPerson(): ReferenceUnknown {
  return new ReferenceUnknown({
    message: 'The person is not known.',
    path: ['input', 'person'],
    nextStep: 'Pass the id of a person as another query returned it.',
    typeName: 'Person',
  });
}

async function lastFourOfPeople(
  ctx: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return ctx.read((db) => personNikRepository.lastFour(db, personIds));
}
