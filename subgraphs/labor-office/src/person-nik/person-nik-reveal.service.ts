import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@simpul/kit/context/context';
import { SimpulError } from '@simpul/kit/errors/errors';
import { type OutcomeMember, ReferenceUnknown } from '@simpul/kit/graphql/outcome';
import { appendEvent } from '@simpul/kit/write/event';
import { type Made, once } from '@simpul/kit/write/once';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { EntityManager } from 'typeorm';
import { personRepository } from '../person/person.repository';
import { nikKeys } from '../secrets';
import type { RevealNikInput } from './person-nik.input';
import { assertRevealable, officeOfHead } from './person-nik.policy';
import { type NikReveal, personNikRepository, storedNikRepository } from './person-nik.repository';
import { openNik } from './person-nik-sealing.service';
import { IDENTITY_ROLE, statedPurpose, unknownPerson } from './person-nik.service';

/** A number that was asked for with a reason, and when. */
export interface ToldNik {
  readonly nik: string | null;
  readonly revealedAt: Date;
  readonly personId: string;
}

/**
 * Tells a number in full. Under the key only the fact is kept, never the number: a repeated call reads it again. Every
 * answer, repeated ones too, is preceded by a committed event; without it nothing is read.
 */
export async function revealNik(
  ctx: RequestContext,
  input: RevealNikInput,
): Promise<ToldNik | OutcomeMember> {
  const office = officeOfHead(ctx.identity);
  if (office === null)
    throw new SimpulError('FORBIDDEN', 'Only the head of a labour office may have a population number told.');
  const purpose = statedPurpose(ctx);
  assertRevealable(input);
  const call = { field: 'revealNik', key: input.idempotencyKey, input, refusals: [ReferenceUnknown] };
  const outcome = await once(ctx, call, (db) => record(ctx, db, { input, office, purpose }));
  if (!('id' in outcome)) return outcome;
  const reveal = await ctx.transact((db) => witness(ctx, db, { id: outcome.id, office }));
  if (!reveal) return unknownPerson();
  const stored = await ctx.as(IDENTITY_ROLE, (db) => storedNikRepository.find(db, reveal.personId));
  const nik = stored === undefined ? null : openNik(ctx.secrets.of(nikKeys), stored);
  return { nik, revealedAt: reveal.revealedAt, personId: reveal.personId };
}

async function record(
  ctx: RequestContext,
  db: EntityManager,
  { input, office, purpose }: { input: RevealNikInput; office: string; purpose: Purpose },
): Promise<Made | OutcomeMember> {
  const [person] = await personRepository.findByIds(db, [input.person]);
  if (person?.officeId !== office) return unknownPerson();
  const id = randomUUID();
  await personNikRepository.addReveal(db, {
    ...{ id, personId: person.id, caller: ctx.identity.subject, officeId: office },
    ...{ purpose, reason: input.reason.trim(), revealedAt: ctx.clock.now() },
  });
  return { id, version: 1 };
}

/** Leaves the event of one answer; the office is asked again, because the person may have moved since the first one. */
async function witness(
  ctx: RequestContext,
  db: EntityManager,
  { id, office }: { id: string; office: string },
): Promise<NikReveal | null> {
  const reveal = await personNikRepository.findReveal(db, id);
  const [person] = reveal ? await personRepository.findByIds(db, [reveal.personId]) : [];
  if (!reveal || person?.officeId !== office) return null;
  await appendEvent(ctx, db, {
    ...{ aggregateType: 'NikDisclosure', aggregateId: randomUUID(), aggregateVersion: 1 },
    ...{ type: 'NikRevealed', demo: person.demo, people: [person.id] },
    payload: { person: person.id, reveal: id, office, purpose: ctx.purpose },
  });
  return reveal;
}
