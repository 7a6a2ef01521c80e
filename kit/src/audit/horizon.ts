import type { ClientBase } from 'pg';

/**
 * The first transaction that may still be under way in this database: whatever earlier ones wrote is there to see. The server
 * knows those of all its databases by one count, and only ones that it tells to be of another are passed over. It tells so after
 * the snapshot was taken: a transaction of the snapshot that is still under way then is of the session that it is told for, and one
 * that is not told (ended meanwhile, prepared, of no session) counts as this database's.
 */
const HORIZON = `SELECT coalesce(
    (SELECT min(xid) FROM pg_snapshot_xip(pg_current_snapshot()) AS open(xid) WHERE xid::xid NOT IN (
      SELECT backend_xid FROM pg_stat_activity JOIN pg_database ON pg_database.oid = datid
      WHERE backend_xid IS NOT NULL AND pg_database.datname <> current_database())),
    pg_snapshot_xmax(pg_current_snapshot()))::text AS horizon`;

/** Reads that transaction; what is read after it sees all before it. */
export async function readHorizon(client: ClientBase): Promise<bigint> {
  const { rows } = await client.query<{ horizon: string }>({ name: 'horizon', text: HORIZON });
  const [row] = rows;
  if (!row) throw new Error('The server does not tell its transactions.');
  return BigInt(row.horizon);
}
