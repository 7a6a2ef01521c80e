import type { NewRow } from '../database/rows';

/** What a loader tells of one record that it wrote. */
export interface LoadedEvent {
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly type: string;
  /** Day on which it happened, YYYY-MM-DD. */
  readonly occurredOn: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly demo: boolean;
}

/** The row of table `event` for a record that a loader wrote: loads leave the same history as changes do. */
export function loadedEvent(event: LoadedEvent): NewRow {
  return {
    aggregate_type: event.aggregateType,
    aggregate_id: event.aggregateId,
    aggregate_version: 1,
    type: event.type,
    schema_version: 1,
    occurred_on: event.occurredOn,
    recorded_at: `${event.occurredOn}T08:00:00+07:00`,
    actor_org: 'loader',
    request_id: 'loader',
    payload: event.payload,
    demo: event.demo,
  };
}
