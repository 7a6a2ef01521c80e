import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@simpul/kit/context/context';
import {
  IllegalMove,
  NotEligible,
  OutcomeMember,
  type OutcomeTold,
  ReferenceUnknown,
  VersionConflict,
} from '@simpul/kit/graphql/outcome';
import { appendEvent } from '@simpul/kit/write/event';
import { type Made, once } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import { accessBundleRepository } from '../access-bundle/access-bundle.repository';
import { afterWord } from './agreement-confirmation.policy';
import { agreementMoveRepository } from './agreement-move.repository';
import {
  type Landing,
  type MoveInput,
  type OpenedAgreement,
  assertBinding,
  forbidden,
  land,
  openForMove,
} from './agreement-move.service';
import {
  assertIntoForceWellFormed,
  assertMoveWellFormed,
  unmetForForce,
} from './agreement-agreed-move.policy';
import { partiesOf } from './agreement-party.policy';
import type { AgreementMoveInput, BringAgreementIntoForceInput } from './agreement-move.input';

/** A party's word counts for so long; who waits longer asks again, since things may have changed. */
const WORD_HOLDS_DAYS = 14;

/** What this agency publishes of a change that others must confirm; the resolver hands it in. */
export type CountersignatureClass = new (
  told: OutcomeTold & { agreementId: string; awaitingIds: readonly string[]; grantId: string | null },
) => OutcomeMember;

/** A move that needs the word of every party, as one caller asks for it. */
interface AgreedMove extends Landing {
  readonly field: string;
  readonly input: MoveInput;
  /** What stands in the way of the move itself. */
  readonly unmet?: (opened: OpenedAgreement) => string[];
}

/** Brings a signed agreement into force on the days that all parties name. */
export async function bringIntoForce(
  ctx: RequestContext,
  input: BringAgreementIntoForceInput,
  Needed: CountersignatureClass,
): Promise<Made | OutcomeMember> {
  assertIntoForceWellFormed(input, ctx.clock.today());
  const { effectiveFrom } = input;
  const expiresOn = input.expiresOn ?? null;
  const changes = { effectiveFrom, expiresOn };
  return move(ctx, Needed, {
    ...{ field: 'bringAgreementIntoForce', move: 'BRING_INTO_FORCE', input, changes, reason: null },
    unmet: ({ agreement }) => unmetForForce(agreement, changes),
  });
}

/** Suspends, resumes or terminates an agreement. */
export async function moveAgreement(
  ctx: RequestContext,
  field: 'suspendAgreement' | 'resumeAgreement' | 'terminateAgreement',
  input: AgreementMoveInput,
  Needed: CountersignatureClass,
): Promise<Made | OutcomeMember> {
  assertMoveWellFormed(input);
  const step = (
    { suspendAgreement: 'SUSPEND', resumeAgreement: 'RESUME', terminateAgreement: 'TERMINATE' } as const
  )[field];
  return move(ctx, Needed, { field, move: step, input, changes: {}, reason: input.reason.trim() });
}

async function move(
  ctx: RequestContext,
  Needed: CountersignatureClass,
  asked: AgreedMove,
): Promise<Made | OutcomeMember> {
  assertBinding(ctx);
  const { field, input } = asked;
  const refusals = [Needed, IllegalMove, NotEligible, ReferenceUnknown, VersionConflict];
  return once(ctx, { field, key: input.idempotencyKey, input, refusals }, async (db) => {
    const opened = await openForMove(ctx, db, asked.move, input);
    if (opened instanceof OutcomeMember) return opened;
    const unmet = asked.unmet?.(opened) ?? [];
    if (unmet.length > 0) return ineligible(unmet);
    if (await isAlone(ctx, db, opened, asked)) return land(ctx, db, opened, asked);
    return confirm(ctx, db, opened, asked, Needed);
  });
}

/** Whose data it is may close the door without asking anybody; to open it takes all. */
async function isAlone(
  { clock }: RequestContext,
  db: EntityManager,
  { agreement, actor: { organizationId } }: OpenedAgreement,
  { move }: AgreedMove,
): Promise<boolean> {
  const provider = { agreementId: agreement.id, organizationId };
  return move === 'SUSPEND' && accessBundleRepository.isProvider(db, clock.today(), provider);
}

async function confirm(
  ctx: RequestContext,
  db: EntityManager,
  opened: OpenedAgreement,
  asked: AgreedMove,
  Needed: CountersignatureClass,
): Promise<Made | OutcomeMember> {
  const { agreement, parts, actor } = opened;
  if (actor.side === null)
    throw forbidden('The caller’s organisation implements this agreement for no party of it.');
  const parties = partiesOf(parts);
  if (parties.length < 2) return ineligible(['Two parties at least make an agreement (PP 28/2018 art. 1).']);
  const terms = JSON.stringify(asked.changes);
  const moved = { agreementId: agreement.id, agreementVersion: agreement.version, move: asked.move, terms };
  const word = { organizationId: actor.side, account: ctx.identity.subject };
  const given = await agreementMoveRepository.findConfirmations(db, moved, standsSince(ctx));
  const standing = afterWord(parties, given, word);
  if (standing.kind === 'SAME_ACCOUNT')
    return ineligible(['Four eyes: an account that spoke for one party cannot confirm for another.']);
  if (!given.some(({ organizationId }) => organizationId === actor.side)) {
    const row = { ...moved, ...word, id: randomUUID(), role: actor.role, reason: asked.reason };
    await agreementMoveRepository.addConfirmation(db, { ...row, confirmedAt: ctx.clock.now() });
    await appendEvent(ctx, db, {
      ...{
        aggregateType: 'AgreementConfirmation',
        aggregateId: row.id,
        aggregateVersion: 1,
        demo: agreement.demo,
      },
      type: 'AgreementMoveConfirmed',
      payload: { agreement: agreement.id, move: asked.move, organization: actor.side },
    });
  }
  if (standing.kind === 'AGREED') return land(ctx, db, opened, asked);
  return new Needed({
    message: 'The change is recorded and works once every party has confirmed it.',
    nextStep: `An account of each organisation that is awaited sends the same change within ${String(WORD_HOLDS_DAYS)} days.`,
    ...{ agreementId: agreement.id, awaitingIds: standing.missing, grantId: null },
  });
}

function standsSince({ clock }: RequestContext): Date {
  return new Date(clock.now().getTime() - WORD_HOLDS_DAYS * 86_400_000);
}

function ineligible(reasons: string[]): NotEligible {
  return new NotEligible({
    message: 'The agreement does not meet a condition of this change.',
    path: ['input'],
    nextStep: null,
    reasons,
  });
}
