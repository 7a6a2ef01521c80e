import { type NewRow, insertRows } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { agreementId, allocationId, clauseId } from '@simpul/schema/contract/ids';
import { DEMO_AGREEMENTS, type DemoAgreementSlug } from '@simpul/schema/demo/agreements';
import { demoAllocations } from '@simpul/schema/demo/allocations';
import type { StoryAllocation } from '@simpul/schema/demo/training.types';
import type { EntityManager } from 'typeorm';

/** Writes the ledger for so many blocks; seats that a smaller population was given are raised. */
export async function loadAllocations(db: EntityManager, blocks: number): Promise<void> {
  const allocations = demoAllocations(blocks);
  await insertRows(
    db,
    'quota_allocation',
    allocations.map(({ id, parent, agreement, clause, scope, region, year, seats }) => ({
      ...{ id, scope, year, seats },
      parent_id: parent && allocationId(parent),
      agreement_id: agreementId(agreement),
      clause_id: clauseId(clause),
      region_code: region,
      preferred: true,
      ...{ passed_on: 0, reserved: 0, filled: 0, completed: 0, certified: 0 },
      version: 1,
      demo: true,
    })),
  );
  await db.query(
    `UPDATE quota_allocation SET seats = wanted.seats
     FROM json_to_recordset($1) AS wanted (id uuid, seats integer)
     WHERE quota_allocation.id = wanted.id AND quota_allocation.seats < wanted.seats`,
    [JSON.stringify(allocations)],
  );
  await insertRows(db, 'event', allocations.map(allocatedEvent));
}

function allocatedEvent({ id, agreement, parent, scope, region }: StoryAllocation): NewRow {
  return loadedEvent({
    aggregateType: 'QuotaAllocation',
    aggregateId: id,
    type: 'QuotaAllocated',
    occurredOn: DEMO_AGREEMENTS[agreement as DemoAgreementSlug].signedOn,
    payload: { agreement: agreementId(agreement), parent: parent && allocationId(parent), scope, region },
    demo: true,
  });
}
