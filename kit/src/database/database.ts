import type { Purpose } from '@simpul/schema/contract/identity';
import { types } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { NO_REACH, type Reach } from '../policy/reach';
import { SnakeCaseNaming } from './naming';
import type { RoleUrls } from './roles';
import { statementAnnouncer } from './statements';

// The driver would hand whole numbers and amounts over as text, and days as instants of some time zone.
types.setTypeParser(types.builtins.INT8, Number);
types.setTypeParser(types.builtins.NUMERIC, Number);
types.setTypeParser(types.builtins.DATE, (day) => day);

/** What a transaction is told about its caller; row-level security reads it. */
export interface CallerSettings {
  readonly subject: string;
  readonly organization: string | null;
  readonly office: string | null;
  readonly purpose: Purpose | null;
  readonly requestId: string;
  /** The day on which bases, grants and consents must hold; null: none does. */
  readonly today: string | null;
  readonly reach: Reach;
}

/** An agency's own work beside requests, for which it is asked by nobody and reaches no people as the serving role. */
export function ownWork(name: string): CallerSettings {
  const nobody = { organization: null, office: null, purpose: null, today: null, reach: NO_REACH };
  return { subject: name, requestId: name, ...nobody };
}

/** An agency's own database, opened for requests (`app`) and for its own work (`worker`). */
export interface AgencyDatabase {
  read<T>(caller: CallerSettings, work: (db: EntityManager) => Promise<T>): Promise<T>;
  /** Reads rows of everybody, for numbers alone: what it reads must leave the agency as counts that tell of nobody. */
  tally<T>(caller: CallerSettings, work: (db: EntityManager) => Promise<T>): Promise<T>;
  transact<T>(caller: CallerSettings, work: (db: EntityManager) => Promise<T>): Promise<T>;
  work<T>(caller: CallerSettings, work: (db: EntityManager) => Promise<T>): Promise<T>;
  /** One transaction as a role that only this agency has. */
  as<T>(role: string, caller: CallerSettings, work: (db: EntityManager) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly agency: string;
  readonly urls: RoleUrls;
  readonly entities: readonly (new () => object)[];
  /** Connections for requests; one more is kept for the worker and for each role of the agency's own. */
  readonly connections?: number;
}

/** Opens the pools of an agency's database. */
export async function openDatabase(options: DatabaseOptions): Promise<AgencyDatabase> {
  const app = openSource(options, options.urls.app, {
    poolSize: options.connections ?? 3,
    extra: REQUEST_LIMITS,
  });
  const worker = openSource(options, options.urls.worker, { poolSize: 1 });
  const own = new Map(
    Object.entries(options.urls.own).map(([role, url]) => [
      role,
      openSource(options, url, { poolSize: 1, extra: REQUEST_LIMITS }),
    ]),
  );
  const sources = [app, worker, ...own.values()];
  await Promise.all(sources.map((source) => source.initialize()));
  return {
    read: (caller, work) => inTransaction(app, { caller, readOnly: true }, work),
    tally: (caller, work) => inTransaction(app, { caller, readOnly: true, counts: true }, work),
    transact: (caller, work) => inTransaction(app, { caller, readOnly: false }, work),
    work: (caller, work) => inTransaction(worker, { caller, readOnly: false }, work),
    as: (role, caller, work) => {
      const source = own.get(role);
      if (!source) throw new Error(`The agency has no role ${role} of its own.`);
      return inTransaction(source, { caller, readOnly: false }, work);
    },
    close: async () => {
      await Promise.all(sources.map((source) => source.destroy()));
    },
  };
}

/** No request holds a connection, or waits for one, longer than its caller would: three slow ones would stop the agency. */
const REQUEST_LIMITS = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 15_000,
};

function openSource(
  { agency, entities }: DatabaseOptions,
  url: string,
  pool: { poolSize: number; extra?: object },
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    ...pool,
    namingStrategy: new SnakeCaseNaming(),
    installExtensions: false,
    logging: ['query'],
    logger: statementAnnouncer(agency),
    applicationName: `simpul ${agency}`,
  });
}

const SETTINGS = `SELECT set_config('simpul.subject', $1, true), set_config('simpul.organization', $2, true),
  set_config('simpul.office', $3, true), set_config('simpul.purpose', $4, true),
  set_config('simpul.request', $5, true), set_config('transaction_read_only', $6, true),
  set_config('simpul.reach', $7, true), set_config('simpul.today', $8, true), set_config('simpul.person', $9, true),
  set_config('simpul.own', ($10::uuid[])::text, true), set_config('simpul.granted_keepers', ($11::uuid[])::text, true),
  set_config('simpul.granted_agreements', ($12::uuid[])::text, true),
  set_config('simpul.granted_regions', ($13::text[])::text, true),
  set_config('simpul.granted_consents', ($14::boolean[])::text, true)`;

/** What a transaction is for: `counts` reads rows of everybody. */
interface Manner {
  readonly caller: CallerSettings;
  readonly readOnly: boolean;
  readonly counts?: boolean;
}

/** One short transaction on one connection; a second connection inside it could wait for itself on a small pool. */
async function inTransaction<T>(
  source: DataSource,
  manner: Manner,
  work: (db: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(SETTINGS, settingsOf(manner));
    const result = await work(runner.manager);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

function settingsOf({ caller, readOnly, counts = false }: Manner): unknown[] {
  const { reach } = caller;
  // A grant for several regions counts as one for each of them.
  const granted = reach.grants.flatMap((grant) =>
    (grant.regions.length === 0 ? [null] : grant.regions).map((region) => ({ ...grant, region })),
  );
  return [
    caller.subject,
    caller.organization ?? '',
    caller.office ?? '',
    caller.purpose ?? '',
    caller.requestId,
    readOnly ? 'on' : 'off',
    counts ? 'COUNT' : 'ROWS',
    caller.today ?? '',
    reach.self ?? '',
    reach.staff === null ? reach.own : [...reach.own, reach.staff],
    granted.map(({ provider }) => provider),
    granted.map(({ agreement, onlyUnderAgreement }) => (onlyUnderAgreement ? agreement : null)),
    granted.map(({ region }) => region),
    granted.map(({ legalBasis }) => legalBasis === 'CONSENT'),
  ];
}
