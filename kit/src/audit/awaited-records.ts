import type { SignedRecord } from './audit-record';

/** A record that this process wrote. */
export interface AwaitedRecord {
  readonly id: string;
  readonly tx: bigint;
  readonly mac: string;
  /** Milliseconds of this process. */
  readonly since: number;
}

const OVERDUE_AFTER_MS = 2000;
/** Beyond so many the newest are not remembered: sealing has then been held up for long, which is told. */
const MOST_REMEMBERED = 100_000;

/** What this process wrote and has not seen sealed: whoever takes a record away before its seal takes it from here, too, or is found. */
export class AwaitedRecords {
  private readonly awaited = new Map<string, AwaitedRecord>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Records whose sealing is waited for, be it that their transaction is still under way. */
  add(records: readonly SignedRecord[], tx: string): void {
    const since = this.now();
    for (const { id, mac } of records)
      if (this.awaited.size < MOST_REMEMBERED) this.awaited.set(id, { id, tx: BigInt(tx), mac, since });
  }

  forget(ids: Iterable<string>): void {
    for (const id of ids) this.awaited.delete(id);
  }

  /** Those of transactions before one: they are stored, or were not committed, or are gone. */
  before(horizon: bigint): AwaitedRecord[] {
    return [...this.awaited.values()].filter(({ tx }) => tx < horizon);
  }

  /** How many have waited for their seal longer than any should. */
  get overdue(): number {
    const latest = this.now() - OVERDUE_AFTER_MS;
    return [...this.awaited.values()].filter(({ since }) => since < latest).length;
  }
}
