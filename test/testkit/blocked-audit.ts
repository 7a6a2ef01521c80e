import { Client } from 'pg';
import type { AuditedHouse, EmptyDatabase } from './audited-house';

/** Keeps everybody else from the table of records until it is released. */
export async function lockRecords({ url }: EmptyDatabase): Promise<{ release(): Promise<void> }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN; LOCK TABLE audit_record');
  return { release: () => client.end() };
}

/** Asks a house for a guest's name until it is told; answers how many milliseconds that took. */
export async function untilShown(house: AuditedHouse): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const { errors } = await house.ask('{ guests(rooms: 1) { name } }');
    if (errors === undefined) return performance.now() - begun;
  }
}
