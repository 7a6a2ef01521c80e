import type { Purpose } from '@simpul/schema/contract/identity';
import DataLoader from 'dataloader';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Clock } from '../clock/clock';
import type { AgencyDatabase, CallerSettings } from '../database/database';
import type { CursorSeal } from '../database/cursor-seal';
import type { Page, PageArguments, ParentColumn, SortColumn } from '../database/page';
import type { Disclosures } from '../audit/disclosures';
import type { Identity } from '../identity/identity';
import type { Log } from '../log/log';
import { type ConsentKnowledge, withoutConsents } from '../policy/consent-freshness';
import type { Policy } from '../policy/policy';
import { type Reach, STRANGER, type Standing } from '../policy/reach';
import { standings } from '../policy/standing';
import type { Secrets } from '../secrets/secret-file';
import { cursorSealOf, paging } from './paging';

/** Reads many records at once for a loader; keys without a record are left out of the map. */
export type Batch<V, A = undefined> = (
  ctx: RequestContext,
  keys: readonly string[],
  argument: A,
) => Promise<ReadonlyMap<string, V>>;

/** Whose rows a statement sees: those of the people whom the caller reaches, or everybody's, for what tells of nobody. */
export type Manner = 'read' | 'tally';

/** What every service function gets first: who asks, for what, when, and the way to the agency's own database. */
export interface RequestContext {
  readonly identity: Identity;
  readonly purpose: Purpose | null;
  readonly requestId: string;
  readonly clock: Clock;
  readonly log: Log;
  /** What is decided by, from the first field of the request to the last. */
  readonly policy: Policy;
  /** Which rows about people the request may read here. */
  readonly reach: Reach;
  /** What the request is shown of people. */
  readonly disclosures: Disclosures;
  /** How the caller stands to a person's rows here. */
  standing(personId: string): Promise<Standing>;
  readonly secrets: Secrets;
  /** One short read-only transaction. */
  read<T>(work: (db: EntityManager) => Promise<T>): Promise<T>;
  /** One short read-only transaction over everybody's rows, for counts that tell of nobody. */
  tally<T>(work: (db: EntityManager) => Promise<T>): Promise<T>;
  /** One transaction for one root mutation field. */
  transact<T>(work: (db: EntityManager) => Promise<T>): Promise<T>;
  /** One transaction as a role that only this agency has, for what the role that serves requests may not touch. */
  as<T>(role: string, work: (db: EntityManager) => Promise<T>): Promise<T>;
  /** One short read-only transaction over the records of access, which the role that serves requests cannot read. */
  readAudit<T>(work: (db: EntityManager) => Promise<T>): Promise<T>;
  /** One record of a batch; all keys that one request asks of the same batch and argument come from one select. */
  load<V, A = undefined>(
    batch: Batch<V, A>,
    key: string,
    ...argument: A extends undefined ? [] : [A]
  ): Promise<V | null>;
  /** What the caller's cursors are sealed and opened with, for pages that are read past {@link RequestContext.page}. */
  cursorSeal(): CursorSeal;
  /** One page of a query; its total is counted in a transaction of its own, and only if somebody asks. */
  page<R extends ObjectLiteral>(
    query: (db: EntityManager) => SelectQueryBuilder<R>,
    order: readonly SortColumn<R>[],
    page: PageArguments,
  ): Promise<Page<R>>;
  /** The same page of many parents' lists, from one select. */
  pages<R extends ObjectLiteral>(
    query: (db: EntityManager) => SelectQueryBuilder<R>,
    parent: ParentColumn<R>,
    order: readonly SortColumn<R>[],
    page: PageArguments,
    manner?: Manner,
  ): Promise<ReadonlyMap<string, Page<R>>>;
}

export interface ContextParts<D extends Disclosures = Disclosures> {
  readonly policy: Policy;
  readonly consents: ConsentKnowledge;
  readonly disclosures: D;
  readonly identity: Identity;
  readonly purpose: Purpose | null;
  readonly requestId: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly database: AgencyDatabase;
}

/** Opens the context of one request to one agency. */
export function openContext<D extends Disclosures>(
  given: ContextParts<D>,
): RequestContext & { readonly disclosures: D } {
  const { database, consents, ...parts } = given;
  const { identity, purpose, requestId, policy } = parts;
  const today = parts.clock.today();
  const reached = policy.reachOf({ identity, purpose, today });
  const reach = consents.isFresh() ? reached : withoutConsents(reached);
  const caller: CallerSettings = { ...identity, purpose, requestId, today, reach };
  const loaders = new Map<unknown, Map<string, DataLoader<string, unknown>>>();
  const reading: Pick<RequestContext, Manner> = {
    read: (work) => database.read(caller, work),
    tally: (work) => database.tally(caller, work),
  };
  const ctx: RequestContext & { readonly disclosures: D } = {
    ...parts,
    reach,
    standing: async (personId) => (await ctx.load(standings, personId)) ?? STRANGER,
    ...reading,
    as: (role, work) => database.as(role, caller, work),
    transact: async (work) => {
      const result = await database.transact(caller, work);
      // What was loaded before a change is not what the next field should show.
      loaders.clear();
      return result;
    },
    readAudit: (work) => database.work(caller, (db) => briefly(db, work)),
    load: (batch, key, ...[argument]) =>
      loaderFor(ctx, loaders, batch as Batch<never, unknown>, argument).load(key) as never,
    ...paging(reading, cursorSealOf(parts)),
  };
  return ctx;
}

/** The worker may change things and take its time; who asks on a request's behalf may not. */
const READ_BRIEFLY = `SELECT set_config('transaction_read_only', 'on', true), set_config('statement_timeout', '10s', true)`;

async function briefly<T>(db: EntityManager, work: (db: EntityManager) => Promise<T>): Promise<T> {
  await db.query(READ_BRIEFLY);
  return work(db);
}

function loaderFor(
  ctx: RequestContext,
  loaders: Map<unknown, Map<string, DataLoader<string, unknown>>>,
  batch: Batch<unknown, unknown>,
  argument: unknown,
): DataLoader<string, unknown> {
  const byArgument = loaders.get(batch) ?? new Map<string, DataLoader<string, unknown>>();
  loaders.set(batch, byArgument);
  const name = JSON.stringify(argument ?? null);
  const known = byArgument.get(name);
  if (known) return known;
  const opened = new DataLoader<string, unknown>(async (keys) => {
    const found = await batch(ctx, keys, argument);
    return keys.map((key) => found.get(key) ?? null);
  });
  byArgument.set(name, opened);
  return opened;
}
