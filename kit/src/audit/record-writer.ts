import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import type { Log } from '../log/log';
import { type SignedRecord, insertRecords } from './audit-record';
import type { AwaitedRecords } from './awaited-records';

/** Whoever waits for a record longer than this is answered without what it would tell of, long before a gateway gives up. */
const PATIENCE_MS = 1500;
const PATIENCE = { connectionTimeoutMillis: PATIENCE_MS, statement_timeout: PATIENCE_MS };
/** For a server that does not even say that it took too long. */
const SILENCE_MS = 2000;
const TRY_EVERY_MS = 750;
/** Requests that may wait for one statement; more of them would only fill the memory. */
const MOST_WAITING = 1000;

const BLOCKED = 'Records cannot be written now.';

/** Records of one request that wait for their turn. */
interface Waiting {
  readonly records: readonly SignedRecord[];
  readonly done: () => void;
  readonly failed: (cause: unknown) => void;
}

/** Where records are written, and who must know that they were. */
export interface WriterParts {
  readonly appUrl: string;
  readonly agency: string;
  readonly log: Log;
  readonly awaited: AwaitedRecords;
}

/**
 * Writes records as the role that serves requests, on a connection of its own: a slow request holds up no other's evidence.
 * What arrives while a statement is under way goes into the next one, so that busy requests share their commits. When nothing
 * can be written, nobody waits for the next failure: one connection tries until it can be.
 */
export class RecordWriter {
  private readonly pool: Pool;
  private readonly log: Log;
  private readonly awaited: AwaitedRecords;
  private waiting: Waiting[] = [];
  private isWriting = false;
  private blocked = false;
  private readonly closed = new AbortController();

  constructor({ appUrl, agency, log, awaited }: WriterParts) {
    this.log = log;
    this.awaited = awaited;
    this.pool = new Pool({
      ...{ connectionString: appUrl, max: 1, application_name: `simpul ${agency} audit` },
      ...{ ...PATIENCE, query_timeout: SILENCE_MS },
    });
    // A connection that breaks while it is idle is replaced by the next write.
    this.pool.on('error', () => undefined);
  }

  /** Whether nothing can be written now, as far as is known: whoever begins now need not try. */
  get isBlocked(): boolean {
    return this.blocked;
  }

  /** Resolves once the records are committed, all or none. */
  write(records: readonly SignedRecord[]): Promise<void> {
    if (this.blocked) return Promise.reject(new Error(BLOCKED));
    if (this.waiting.length >= MOST_WAITING)
      return Promise.reject(new Error('Too many requests wait for their records.'));
    return new Promise((done, failed) => {
      this.waiting.push({ records, done, failed });
      if (!this.isWriting) void this.writeAll();
    });
  }

  close(): Promise<void> {
    this.closed.abort();
    return this.pool.end();
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      await this.writeTogether(group);
    }
    this.isWriting = false;
  }

  private async writeTogether(group: readonly Waiting[]): Promise<void> {
    try {
      await this.insert(group.flatMap(({ records }) => records));
      for (const { done } of group) done();
    } catch (error) {
      if (!isOfRecord(error)) this.block(group, error);
      else if (group.length === 1) group[0]?.failed(error);
      else await this.writeOneByOne(group);
    }
  }

  /** Nobody is refused for another's record. */
  private async writeOneByOne(group: readonly Waiting[]): Promise<void> {
    for (const one of group)
      if (this.blocked) one.failed(new Error(BLOCKED));
      else await this.writeTogether([one]);
  }

  /** Refuses all who wait, and everybody who comes, until something can be written again. */
  private block(group: readonly Waiting[], cause: unknown): void {
    const refused = [...group, ...this.waiting];
    this.waiting = [];
    for (const { failed } of refused) failed(cause);
    if (this.blocked) return;
    this.blocked = true;
    this.log.error({ cause: causeOf(cause) }, 'no record of access can be written; all personal is refused');
    void this.unblock();
  }

  private async unblock(): Promise<void> {
    const { signal } = this.closed;
    while (this.blocked && !signal.aborted) {
      await pause(TRY_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (await this.canWrite()) {
        this.blocked = false;
        this.log.info({}, 'records of access can be written again');
      }
    }
  }

  /** Nothing is written, and yet whatever is in the way of a record is in the way of this. */
  private canWrite(): Promise<boolean> {
    return this.insert([]).then(
      () => true,
      () => false,
    );
  }

  private async insert(records: readonly SignedRecord[]): Promise<void> {
    const tx = await insertRecords(async (text, values) => {
      const { rows } = await this.pool.query<{ tx: string }>({ name: 'audit', text, values });
      return rows;
    }, records);
    this.awaited.add(records, tx);
  }
}

/** Whether a record is at fault (classes "data exception" and "constraint violation"), and not what it is written to. */
function isOfRecord(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]...$/.test(String(error.code));
}

function causeOf(error: unknown): object {
  return error instanceof Error
    ? { class: error.name, ...('code' in error ? { code: error.code } : {}) }
    : {};
}
