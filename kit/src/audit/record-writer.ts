import { Pool } from 'pg';
import { type SignedRecord, insertRecords } from './audit-record';

/** Whoever waits for a record longer than this is answered without what it would tell of. */
const PATIENCE = { connectionTimeoutMillis: 2000, statement_timeout: 2000 };

/** Records of one request that wait for their turn. */
interface Waiting {
  readonly records: readonly SignedRecord[];
  readonly done: () => void;
  readonly failed: (cause: unknown) => void;
}

/**
 * Writes records as the role that serves requests, on a connection of its own: a slow request holds up no other's evidence.
 * What arrives while a statement is under way goes into the next one, so that busy requests share their commits.
 */
export class RecordWriter {
  private readonly pool: Pool;
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(appUrl: string, agency: string) {
    this.pool = new Pool({
      ...{ connectionString: appUrl, max: 1, application_name: `simpul ${agency} audit` },
      ...PATIENCE,
    });
    // A connection that breaks while it is idle is replaced by the next write.
    this.pool.on('error', () => undefined);
  }

  /** Resolves once the records are committed, all or none. */
  write(records: readonly SignedRecord[]): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ records, done, failed });
      if (!this.isWriting) void this.writeAll();
    });
  }

  close(): Promise<void> {
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
      if (group.length === 1) group[0]?.failed(error);
      // Nobody is refused for another's record.
      else for (const one of group) await this.writeTogether([one]);
    }
  }

  private async insert(records: readonly SignedRecord[]): Promise<void> {
    await insertRecords((text, values) => this.pool.query({ name: 'audit', text, values }), records);
  }
}
