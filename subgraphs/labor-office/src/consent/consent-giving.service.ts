import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@simpul/kit/context/context';
import { Duplicate, type OutcomeMember, ReferenceUnknown } from '@simpul/kit/graphql/outcome';
import { appendEvent } from '@simpul/kit/write/event';
import { type Made, once } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import { personRepository } from '../person/person.repository';
import { consentFeedRepository } from './consent-feed.repository';
import { assertConsentWellFormed, changesConsentsOf, opensTheSame } from './consent-giving.policy';
import type { ConsentRow } from './consent.entity';
import type { GiveConsentInput } from './consent.input';
import { consentRepository } from './consent.repository';
import { consentService } from './consent.service';

/** Writes down that a person consents: the row, its history, its effect here, and its place among what others are told. */
export async function giveConsent(
  ctx: RequestContext,
  input: GiveConsentInput,
): Promise<Made | OutcomeMember> {
  assertConsentWellFormed(input, ctx.clock.today());
  consentService.assertChanges(ctx);
  const isTheirs = changesConsentsOf(ctx, await ctx.standing(input.person));
  const refusals = [Duplicate, ReferenceUnknown];
  return once(ctx, { field: 'giveConsent', key: input.idempotencyKey, input, refusals }, async (db) => {
    const person = isTheirs ? await personRepository.lock(db, input.person) : null;
    if (!person) return unknownPerson();
    return (await duplicateOf(ctx, db, input)) ?? give(ctx, db, given(ctx, input, person.demo));
  });
}

/** A stranger's id and one of nobody are answered alike. */
function unknownPerson(): ReferenceUnknown {
  return new ReferenceUnknown({
    message: 'The person is not known.',
    path: ['input', 'person'],
    nextStep: 'Pass the id of a person who is registered at your own office.',
    typeName: 'Person',
  });
}

async function duplicateOf(
  ctx: RequestContext,
  db: EntityManager,
  input: GiveConsentInput,
): Promise<Duplicate | null> {
  const today = ctx.clock.today();
  const consents = await consentRepository.findOfPeople(db, [input.person]);
  const equal = consents.find((row) => row.statusOn(today) === 'GIVEN' && opensTheSame(row, input));
  if (!equal) return null;
  return new Duplicate({
    message: 'The same consent holds already.',
    ...{ path: ['input'], nextStep: 'Withdraw it first, if its last day is to be another.' },
    existingId: equal.id,
  });
}

function given(ctx: RequestContext, input: GiveConsentInput, demo: boolean): Omit<ConsentRow, 'statusOn'> {
  return {
    id: randomUUID(),
    personId: input.person,
    recipientId: input.recipient,
    purpose: input.purpose,
    categories: [...new Set(input.categories)].sort(),
    givenAt: ctx.clock.now(),
    validUntil: input.validUntil ?? null,
    withdrawnAt: null,
    evidenceHash: input.evidenceHash.toLowerCase(),
    demo,
  };
}

async function give(
  ctx: RequestContext,
  db: EntityManager,
  row: Omit<ConsentRow, 'statusOn'>,
): Promise<Made> {
  const { id, personId: person, recipientId: recipient, purpose, categories, validUntil, demo } = row;
  const version = 1;
  await consentRepository.add(db, row);
  await appendEvent(ctx, db, {
    ...{ aggregateType: 'Consent', aggregateId: id, aggregateVersion: version, demo },
    type: 'ConsentGiven',
    people: [person],
    payload: { person, recipient, purpose, categories, validUntil },
  });
  await consentFeedRepository.tell(db, {
    ...{ kind: 'GIVEN', consent: id, person, recipient, purpose, categories, demo },
    ...{ validFrom: ctx.clock.today(), validUntil },
  });
  return { id, version };
}
