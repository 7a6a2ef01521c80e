import type { RequestContext } from '@simpul/kit/context/context';
import { SimpulError } from '@simpul/kit/errors/errors';
import { IllegalMove, OutcomeMember, ReferenceUnknown, VersionConflict } from '@simpul/kit/graphql/outcome';
import { appendEvent } from '@simpul/kit/write/event';
import type { Made } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import { accessBundleRepository } from '../access-bundle/access-bundle.repository';
import { agreementMoveRepository } from './agreement-move.repository';
import { type Move, isLegal, landingOf, movesFrom, standingOn } from './agreement-moves.policy';
import { type Actor, actorIn, bindingRoleOf, isRegistrar } from './agreement-party.policy';
import type { Part } from './agreement-party.entity';
import type { AgreementRow } from './agreement.entity';

/** What every move names: which agreement, as it was read. */
export interface MoveInput {
  readonly idempotencyKey: string;
  readonly agreement: string;
  readonly version: number;
}

/** An agreement that is locked for a change, its parts, and for whom the caller acts in it. */
export interface OpenedAgreement {
  readonly agreement: AgreementRow;
  readonly parts: readonly Part[];
  readonly actor: Actor;
}

/** What a move leaves behind beside the new status. */
export interface Landing {
  readonly move: Move;
  readonly changes: Partial<Pick<AgreementRow, 'signedOn' | 'place' | 'effectiveFrom' | 'expiresOn'>>;
  /** How much it added to the agreement's lists, by the field that shows them. */
  readonly added?: Readonly<Record<string, number>>;
  readonly reason: string | null;
}

const EVENTS: Readonly<Record<Move, string>> = {
  SIGN: 'AgreementSigned',
  BRING_INTO_FORCE: 'AgreementBroughtIntoForce',
  SUSPEND: 'AgreementSuspended',
  RESUME: 'AgreementResumed',
  TERMINATE: 'AgreementTerminated',
};

/** Refuses a caller who may change nothing in the registry, whatever it names. */
export function assertBinding({ identity }: RequestContext): void {
  if (bindingRoleOf(identity) !== null) return;
  throw forbidden('Agreements are changed by the head or the steward of an organisation.');
}

/** The refusal of a caller who is known and may not do this. */
export function forbidden(message: string): SimpulError {
  return new SimpulError('FORBIDDEN', message);
}

/** An agreement that is named and not there. */
export function unknownRecord(typeName: string, path: string[]): ReferenceUnknown {
  return new ReferenceUnknown({
    message: `The ${typeName.toLowerCase()} is not known.`,
    ...{ path, nextStep: 'Pass an id as another query returned it.', typeName },
  });
}

/**
 * Locks the agreement of a move, so that what is checked is what is changed. Refused are strangers to the agreement,
 * then a version that is not the stored one, then a move that its state does not allow.
 */
export async function openForMove(
  ctx: RequestContext,
  db: EntityManager,
  move: Move,
  input: MoveInput,
): Promise<OpenedAgreement | OutcomeMember> {
  const agreement = await agreementMoveRepository.findForChange(db, input.agreement);
  if (!agreement) return unknownRecord('Agreement', ['input', 'agreement']);
  const parts = await agreementMoveRepository.findParts(db, agreement.id);
  const actor = actorIn(ctx.identity, parts) ?? (move === 'SIGN' ? registrar(ctx) : null);
  if (!actor) throw forbidden('The caller acts for no organisation of this agreement.');
  return (
    (await staleness(db, agreement, input.version)) ??
    illegality(agreement, move, ctx.clock.today()) ?? { agreement, parts, actor }
  );
}

/** Writes a move: the agreement, its history, its event, and the version of the bundle that shows it. */
export async function land(
  ctx: RequestContext,
  db: EntityManager,
  { agreement, actor }: OpenedAgreement,
  { move, changes, added, reason }: Landing,
): Promise<Made> {
  const { id, demo } = agreement;
  const version = agreement.version + 1;
  const status = landingOf(move);
  await agreementMoveRepository.update(db, id, { ...changes, status, version });
  await agreementMoveRepository.addChange(db, {
    ...{ agreementId: id, version, fromStatus: agreement.status, toStatus: status, reason },
    changedAt: ctx.clock.now(),
    byOrganizationId: actor.organizationId,
    byRole: actor.role,
  });
  await appendEvent(ctx, db, {
    ...{ aggregateType: 'Agreement', aggregateId: id, aggregateVersion: version, type: EVENTS[move], demo },
    payload: { ...changes, ...added, status },
  });
  if (move !== 'SIGN') await accessBundleRepository.raiseVersion(db);
  return { id, version };
}

function registrar({ identity }: RequestContext): Actor | null {
  if (!isRegistrar(identity) || identity.organization === null) return null;
  return { organizationId: identity.organization, side: null, role: 'STEWARD' };
}

async function staleness(
  db: EntityManager,
  { id, version }: AgreementRow,
  known: number,
): Promise<VersionConflict | null> {
  if (version === known) return null;
  return new VersionConflict({
    message: 'The agreement was changed since it was read.',
    path: ['input', 'version'],
    nextStep: 'Read the agreement again, then do what still holds.',
    currentVersion: version,
    changedFields: await agreementMoveRepository.fieldsChangedSince(db, id, known),
  });
}

function illegality(agreement: AgreementRow, move: Move, today: string): IllegalMove | null {
  const from = standingOn(agreement, today);
  if (isLegal(move, from)) return null;
  return new IllegalMove({
    message: `An agreement that is ${from} cannot become ${landingOf(move)} by this.`,
    path: ['input', 'agreement'],
    nextStep: null,
    ...{ from, allowed: movesFrom(from) },
  });
}
