import { insertRows } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { RECORDED_ON } from '@simpul/schema/contract/recorded-on';
import type { EntityManager } from 'typeorm';

/** Leaves a trace of each recorded aggregate in the history. */
export async function recordEvents(
  db: EntityManager,
  aggregateType: string,
  aggregates: readonly { readonly id: string; readonly payload?: Readonly<Record<string, unknown>> }[],
): Promise<void> {
  await insertRows(
    db,
    'event',
    aggregates.map(({ id, payload = {} }) =>
      loadedEvent({
        aggregateType,
        aggregateId: id,
        type: `${aggregateType}Recorded`,
        occurredOn: RECORDED_ON,
        payload,
        demo: false,
      }),
    ),
  );
}
