import type { NewRow } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';

/** One record of the demonstration as history tells of it: ids, codes and days. */
export interface Told {
  readonly id: string;
  readonly on: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The row of table `event` for a record of the demonstration. */
export function demoEvent(aggregateType: string, type: string, { id, on, payload }: Told): NewRow {
  return loadedEvent({ aggregateType, aggregateId: id, type, occurredOn: on, payload, demo: true });
}
