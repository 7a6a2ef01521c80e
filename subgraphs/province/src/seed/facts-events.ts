import { insertRows } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import type { EntityManager } from 'typeorm';

/** The day on which these facts were taken down; what no source dates is dated so in the history. */
export const RECORDED_ON = '2026-06-15';

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
