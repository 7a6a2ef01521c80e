import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../context/context';

/** Something that happened to one record, as other agencies and the history learn of it: ids, codes and dates, nothing personal. */
export interface DomainEvent {
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly demo: boolean;
  /** Ids of the people whom the record is about, if it is about any: who changed it is recorded with the change. */
  readonly people?: readonly string[];
}

/** Appends an event in the transaction of the change that it tells of. */
export async function appendEvent(ctx: RequestContext, db: EntityManager, event: DomainEvent): Promise<void> {
  await db.query(
    `INSERT INTO event (aggregate_type, aggregate_id, aggregate_version, type, occurred_on, recorded_at, actor_org, request_id, payload, demo)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      event.aggregateType,
      event.aggregateId,
      event.aggregateVersion,
      event.type,
      ctx.clock.today(),
      ctx.clock.now(),
      ctx.identity.organization ?? ctx.identity.employer ?? ctx.identity.client,
      ctx.requestId,
      JSON.stringify(event.payload),
      event.demo,
    ],
  );
  const { aggregateType: type, type: happened, people = [] } = event;
  if (people.length > 0) await ctx.disclosures.changed(db, { type, happened, people });
}
