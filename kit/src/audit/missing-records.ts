import type { ClientBase } from 'pg';
import type { AwaitedRecord } from './awaited-records';

/** Where a record stands among all. */
export interface Place {
  readonly tx: string | bigint;
  readonly id: string;
}

/** The order in which records are sealed. */
export function inOrder(one: Place, other: Place): number {
  const [first, second] = [BigInt(one.tx), BigInt(other.tx)];
  if (first !== second) return first < second ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

/** What became of records that are waited for and not found in their turn. */
export interface Missing {
  /** Ids of those that another process has sealed, or that were never committed. */
  readonly settled: readonly string[];
  /** Those that were committed and are not there. */
  readonly gone: readonly AwaitedRecord[];
}

/** Looks for records of transactions that have ended, in all that is stored up to the last seal. */
export async function findMissing(
  client: ClientBase,
  awaited: readonly AwaitedRecord[],
  last: Place | undefined,
): Promise<Missing> {
  if (awaited.length === 0) return { settled: [], gone: [] };
  const { rows } = await client.query<{ id: string; tx: string | null; aborted: boolean }>({
    name: 'missing',
    text: `SELECT awaited.id, audit_record.tx::text AS tx, pg_xact_status(awaited.tx::xid8) = 'aborted' AS aborted
      FROM unnest($1::uuid[], $2::text[]) AS awaited(id, tx) LEFT JOIN audit_record ON audit_record.id = awaited.id`,
    values: [awaited.map(({ id }) => id), awaited.map(({ tx }) => String(tx))],
  });
  const found = new Map(rows.map((row) => [row.id, row]));
  const isSettled = ({ id }: AwaitedRecord): boolean => {
    const { tx = null, aborted = false } = found.get(id) ?? {};
    return tx === null ? aborted : last !== undefined && inOrder({ tx, id }, last) <= 0;
  };
  return {
    settled: awaited.filter(isSettled).map(({ id }) => id),
    gone: awaited.filter((one) => found.get(one.id)?.tx === null && !isSettled(one)),
  };
}
