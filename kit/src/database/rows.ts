import type { EntityManager } from 'typeorm';

const ROWS_PER_STATEMENT = 2000;

/** Column values of a row to insert, by column name in snake_case. */
export type NewRow = Readonly<Record<string, unknown>>;

/**
 * Inserts many rows with few statements. COPY would be faster, but PostgreSQL refuses it under row-level security.
 * All rows have the columns of the first; columns left out take their defaults; rows that exist already stay as they are.
 */
export async function insertRows(db: EntityManager, table: string, rows: readonly NewRow[]): Promise<void> {
  await writeRows(db, table, rows, 'DO NOTHING');
}

/** Like {@link insertRows}, but a row that exists takes the new values: what a later version of the facts corrects is corrected. */
export async function replaceRows(db: EntityManager, table: string, rows: readonly NewRow[]): Promise<void> {
  const values = Object.keys(rows[0] ?? {}).map((column) => `"${column}" = EXCLUDED."${column}"`);
  await writeRows(db, table, rows, `ON CONSTRAINT "${table}_pkey" DO UPDATE SET ${values.join(', ')}`);
}

async function writeRows(
  db: EntityManager,
  table: string,
  rows: readonly NewRow[],
  onConflict: string,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await db.query(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1) ON CONFLICT ${onConflict}`,
      [JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT))],
    );
  }
}
