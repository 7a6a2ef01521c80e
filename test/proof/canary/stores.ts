import { type Dirent, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { withClient } from '@simpul/kit/postgres/database';
import { escapeIdentifier } from 'pg';
import type { Captured } from './wires';

const ROWS = 5000;

/** Every row of every table of a database as text, as a dump would hold it, and the statistics that the server keeps of them. */
export async function* dump(name: string, databaseUrl: string): AsyncGenerator<Captured> {
  const tables = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ schema: string; table: string }>(
      `SELECT nspname AS schema, relname AS table FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
       WHERE relkind IN ('r', 'm', 'p') AND nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'`,
    );
    return [...rows, { schema: 'pg_catalog', table: 'pg_stats' }];
  });
  for (const { schema, table } of tables) {
    const place = `database ${name}, ${schema}.${table}`;
    for (const text of await rowsOf(databaseUrl, `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`))
      yield { place, text };
  }
}

async function rowsOf(databaseUrl: string, table: string): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    await client.query(`BEGIN; DECLARE dump CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${table} t`);
    const texts: string[] = [];
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`FETCH ${String(ROWS)} FROM dump`);
      if (rows.length === 0) return texts;
      texts.push(rows.map(({ row }) => row).join('\n'));
    }
  });
}

/** Every file below a folder of logs. */
export function* filesBelow(folder: string): Generator<Captured> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) yield { place: `file ${entry.name}`, text: readFileSync(pathOf(entry), 'latin1') };
  }
}

function pathOf(entry: Dirent): string {
  return path.join(entry.parentPath, entry.name);
}
