import type { RequestContext } from '@simpul/kit/context/context';
import { Duplicate, NotEligible, type OutcomeMember } from '@simpul/kit/graphql/outcome';
import { verifyCountersignature } from '@simpul/kit/policy/bundle';
import { SignatureRefused } from '@simpul/kit/policy/jws';
import { openVerificationKeys } from '@simpul/kit/keys/signing-key';
import { appendEvent } from '@simpul/kit/write/event';
import type { Made } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import { accessBundleRepository } from '../access-bundle/access-bundle.repository';
import type { CountersignatureClass } from '../agreement/agreement-agreed-move.service';
import { type Standing, afterWord } from '../agreement/agreement-confirmation.policy';
import { bindingRoleOf } from '../agreement/agreement-party.policy';
import type { AgreementRow } from '../agreement/agreement.entity';
import type { ClauseRow } from '../clause/clause.entity';
import { organizationKeyRepository } from '../organization/organization-key.repository';
import { dataGrantGivingRepository } from './data-grant-giving.repository';
import { unsignedGrant } from './data-grant-signing.policy';
import type { DataGrantRow } from './data-grant.entity';
import { type GrantWord, dataGrantPolicy } from './data-grant.policy';
import { dataGrantRepository } from './data-grant.repository';

/** One side's word for a grant. */
export interface Word {
  readonly side: string;
  readonly signature: string | null;
  /** Whether it proposes the grant, which is stored with it. */
  readonly isNew: boolean;
}

/** A grant with what it stands under. */
export interface FramedGrant {
  readonly grant: DataGrantRow;
  readonly agreement: AgreementRow;
  readonly clause: ClauseRow;
}

/** Takes a side's word: first that it is another account's, then that its own key signed, then what it leads to. */
export async function giveWord(
  ctx: RequestContext,
  db: EntityManager,
  framed: FramedGrant,
  word: Word,
  Needed: CountersignatureClass,
): Promise<Made | OutcomeMember> {
  const { grant } = framed;
  const sides = [grant.providerId, grant.recipientId];
  const given = word.isNew ? [] : await dataGrantRepository.findWords(db, [grant.id]);
  const standing = afterWord(sides, given, { organizationId: word.side, account: ctx.identity.subject });
  if (standing.kind === 'SAME_ACCOUNT') return sameAccount();
  const fault = await signatureFault(ctx, db, framed, word);
  if (fault) return fault;
  const own = given.find(({ organizationId }) => organizationId === word.side);
  const brings = !own || (own.signature === null && word.signature !== null);
  if (!brings && standing.kind === 'AGREED') return alreadyGiven(grant.id);
  if (word.isNew) await dataGrantGivingRepository.add(db, grant);
  if (brings) await keep(ctx, db, framed, word, own);
  if (standing.kind === 'AGREED' && !own) await tellGranted(ctx, db, grant);
  const others = given.filter(({ organizationId }) => organizationId !== word.side);
  if (brings && isSigned(grant, [...others, { organizationId: word.side, signature: word.signature }]))
    await accessBundleRepository.raiseVersion(db);
  return told(standing, framed, Needed);
}

function isSigned(grant: DataGrantRow, words: readonly GrantWord[]): boolean {
  return dataGrantPolicy.unsignedSides(grant, words).length === 0;
}

function told(
  standing: Standing,
  { grant, agreement }: FramedGrant,
  Needed: CountersignatureClass,
): Made | OutcomeMember {
  if (standing.kind !== 'AWAITING') return { id: grant.id, version: grant.version };
  return new Needed({
    message: 'The grant is recorded and works once the other side has confirmed and signed it.',
    nextStep: 'An account of the organisation that is awaited sends the same grant with its id.',
    ...{ agreementId: agreement.id, awaitingIds: standing.missing, grantId: grant.id },
  });
}

function alreadyGiven(existingId: string): Duplicate {
  return new Duplicate({
    message: 'Both sides have given this grant already.',
    ...{ path: ['input'], nextStep: 'Revoke it first to give it anew.', existingId },
  });
}

function sameAccount(): NotEligible {
  return new NotEligible({
    message: 'The account has confirmed this grant for the other side.',
    ...{ path: ['input'], nextStep: 'Another account of this organisation confirms it.' },
    reasons: ['Four eyes: an account that spoke for one side cannot confirm for the other.'],
  });
}

/** The registry keeps no signature that the provider would refuse. */
async function signatureFault(
  ctx: RequestContext,
  db: EntityManager,
  { grant, agreement, clause }: FramedGrant,
  { side, signature }: Word,
): Promise<NotEligible | null> {
  if (signature === null) return null;
  const keys = await organizationKeyRepository.findValid(db, side, ctx.clock.today());
  const matter = unsignedGrant(grant, {
    effectiveFrom: agreement.effectiveFrom,
    expiresOn: agreement.expiresOn,
    clauseNumber: clause.number,
  });
  try {
    await verifyCountersignature(matter, signature, openVerificationKeys(keys.map(({ jwk }) => jwk)));
    return null;
  } catch (error) {
    if (!(error instanceof SignatureRefused)) throw error;
    return new NotEligible({
      message: 'The countersignature does not hold.',
      path: ['input', 'countersignature'],
      nextStep: 'Sign the canonical grant, as it is recorded, by a key that the registry knows as your own.',
      reasons: [`The signature over the grant is refused: ${error.fault}.`],
    });
  }
}

async function keep(
  ctx: RequestContext,
  db: EntityManager,
  { grant, agreement }: FramedGrant,
  { side, signature }: Word,
  own: GrantWord | undefined,
): Promise<void> {
  if (own && signature !== null) await dataGrantGivingRepository.sign(db, grant.id, side, signature);
  else {
    await dataGrantGivingRepository.addWord(db, {
      ...{ grantId: grant.id, organizationId: side, account: ctx.identity.subject, signature },
      ...{ role: bindingRoleOf(ctx.identity) ?? '', confirmedAt: ctx.clock.now() },
    });
  }
  await appendEvent(ctx, db, {
    ...{ aggregateType: 'DataGrantConfirmation', aggregateId: `${grant.id}/${side}`, demo: grant.demo },
    ...{ aggregateVersion: own ? 2 : 1, type: own ? 'DataGrantSigned' : 'DataGrantConfirmed' },
    payload: { grant: grant.id, agreement: agreement.id, organization: side, signed: signature !== null },
  });
}

async function tellGranted(ctx: RequestContext, db: EntityManager, grant: DataGrantRow): Promise<void> {
  const { id, version, agreementId, providerId, recipientId, demo } = grant;
  await appendEvent(ctx, db, {
    ...{ aggregateType: 'DataGrant', aggregateId: id, aggregateVersion: version, demo },
    type: 'DataAccessGranted',
    payload: { agreement: agreementId, provider: providerId, recipient: recipientId },
  });
}
