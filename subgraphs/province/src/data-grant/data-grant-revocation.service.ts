import type { RequestContext } from '@simpul/kit/context/context';
import {
  IllegalMove,
  type OutcomeMember,
  ReferenceUnknown,
  VersionConflict,
} from '@simpul/kit/graphql/outcome';
import { appendEvent } from '@simpul/kit/write/event';
import { type Made, once } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import { accessBundleRepository } from '../access-bundle/access-bundle.repository';
import { agreementMoveRepository } from '../agreement/agreement-move.repository';
import { assertBinding, forbidden, unknownRecord } from '../agreement/agreement-move.service';
import { organizationsOf } from '../agreement/agreement-party.policy';
import type { RevokeDataAccessInput } from './data-grant-change.input';
import { dataGrantGivingRepository } from './data-grant-giving.repository';
import { assertRevocationWellFormed, standingOfGrant } from './data-grant-giving.policy';
import type { DataGrantRow } from './data-grant.entity';
import { dataGrantRepository } from './data-grant.repository';

/** Revokes a grant, or withdraws one that waits. Either side may do it alone: closing needs no second pair of eyes. */
export async function revokeDataAccess(
  ctx: RequestContext,
  input: RevokeDataAccessInput,
): Promise<Made | OutcomeMember> {
  assertRevocationWellFormed(input);
  assertBinding(ctx);
  const refusals = [IllegalMove, ReferenceUnknown, VersionConflict];
  const call = { field: 'revokeDataAccess', key: input.idempotencyKey, input, refusals };
  return once(ctx, call, async (db) => {
    const grant = await findForChange(db, input.grant);
    if (!grant) return unknownRecord('DataGrant', ['input', 'grant']);
    const by = organizationsOf(ctx.identity).find(
      (id) => id === grant.providerId || id === grant.recipientId,
    );
    if (by === undefined) throw forbidden('A grant is revoked by its provider or its recipient.');
    return (
      refused(grant, input, ctx.clock.today()) ?? revoke(ctx, db, grant, { by, reason: input.reason.trim() })
    );
  });
}

/** Its agreement is locked first, as for every other change of a grant. */
async function findForChange(db: EntityManager, id: string): Promise<DataGrantRow | null> {
  const [named] = await dataGrantRepository.findByIds(db, [id]);
  if (!named) return null;
  await agreementMoveRepository.findForChange(db, named.agreementId);
  const [locked] = await dataGrantRepository.findByIds(db, [id]);
  return locked ?? null;
}

function refused(
  grant: DataGrantRow,
  { version }: RevokeDataAccessInput,
  today: string,
): OutcomeMember | null {
  if (grant.version !== version) {
    return new VersionConflict({
      message: 'The grant was changed since it was read.',
      path: ['input', 'version'],
      nextStep: 'Read the grant again, then do what still holds.',
      ...{ currentVersion: grant.version, changedFields: ['revokedAt', 'revocationReason'] },
    });
  }
  const from = standingOfGrant(grant, today);
  if (from === 'STANDS') return null;
  return new IllegalMove({
    message: `The grant is ${from} and cannot be revoked.`,
    ...{ path: ['input', 'grant'], nextStep: null, from, allowed: [] },
  });
}

async function revoke(
  ctx: RequestContext,
  db: EntityManager,
  { id, version, demo }: DataGrantRow,
  { by, reason }: { by: string; reason: string },
): Promise<Made> {
  const revokedAt = ctx.clock.now();
  const next = version + 1;
  await dataGrantGivingRepository.revoke(db, id, {
    ...{ revokedAt, revokedById: by, revocationReason: reason, version: next },
  });
  await appendEvent(ctx, db, {
    ...{ aggregateType: 'DataGrant', aggregateId: id, aggregateVersion: next, demo },
    type: 'DataAccessRevoked',
    payload: { revokedAt: revokedAt.toISOString(), by },
  });
  await accessBundleRepository.raiseVersion(db);
  return { id, version: next };
}
