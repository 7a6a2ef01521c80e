import type { RequestContext } from '@simpul/kit/context/context';
import { IllegalMove, type OutcomeMember, ReferenceUnknown } from '@simpul/kit/graphql/outcome';
import { appendEvent } from '@simpul/kit/write/event';
import { type Made, once } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import { consentFeedRepository } from './consent-feed.repository';
import { assertWithdrawalWellFormed, changesConsentsOf } from './consent-giving.policy';
import type { ConsentRow } from './consent.entity';
import type { WithdrawConsentInput } from './consent.input';
import { consentRepository } from './consent.repository';
import { consentService } from './consent.service';

/** Withdraws a consent: from the end of the transaction on it opens nothing here, and others are told. */
export async function withdrawConsent(
  ctx: RequestContext,
  input: WithdrawConsentInput,
): Promise<Made | OutcomeMember> {
  assertWithdrawalWellFormed(input);
  consentService.assertChanges(ctx);
  const named = await consentService.read(ctx, input.consent);
  const isTheirs = named !== null && changesConsentsOf(ctx, await ctx.standing(named.personId));
  const refusals = [IllegalMove, ReferenceUnknown];
  return once(ctx, { field: 'withdrawConsent', key: input.idempotencyKey, input, refusals }, async (db) => {
    const consent = isTheirs ? await consentRepository.lock(db, input.consent) : null;
    if (!consent) return unknownConsent();
    const from = consent.statusOn(ctx.clock.today());
    return from === 'GIVEN' ? withdraw(ctx, db, consent) : illegalMove(from);
  });
}

/** A stranger's consent and one that nobody gave are answered alike. */
function unknownConsent(): ReferenceUnknown {
  return new ReferenceUnknown({
    message: 'The consent is not known.',
    path: ['input', 'consent'],
    nextStep: 'Pass an id as another query returned it.',
    typeName: 'Consent',
  });
}

function illegalMove(from: 'WITHDRAWN' | 'EXPIRED'): IllegalMove {
  return new IllegalMove({
    message: from === 'EXPIRED' ? 'The consent has run out.' : 'The consent was withdrawn before.',
    ...{ path: ['input', 'consent'], nextStep: null, from, allowed: [] },
  });
}

async function withdraw(ctx: RequestContext, db: EntityManager, consent: ConsentRow): Promise<Made> {
  const { id, personId: person, recipientId: recipient, purpose, demo } = consent;
  const version = 2;
  await consentRepository.withdraw(db, id, ctx.clock.now());
  await appendEvent(ctx, db, {
    ...{ aggregateType: 'Consent', aggregateId: id, aggregateVersion: version, demo },
    type: 'ConsentWithdrawn',
    people: [person],
    payload: { person, recipient, purpose },
  });
  await consentFeedRepository.tell(db, { kind: 'WITHDRAWN', consent: id, person });
  return { id, version };
}
