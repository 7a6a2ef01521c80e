import { Client, escapeIdentifier } from 'pg';
import { CannotStart } from './cannot-start';

const OLDEST_SERVER = 15;
const DUPLICATE_DATABASE = '42P04';
const UNIQUE_VIOLATION = '23505';
const INSUFFICIENT_PRIVILEGE = '42501';

/** Runs something over one connection of its own, and closes it. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // A connection that breaks while it is idle says so by an event; the next statement fails for the same reason.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Makes a database if the server has none of that name. Sorting is by code point everywhere, whatever the server's habit. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await assertVersion(client);
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    try {
      await client.query(
        `create database ${escapeIdentifier(name)} template template0 encoding 'UTF8' locale_provider libc locale 'C'`,
      );
    } catch (error) {
      // Another process was faster: what counts is that there is one.
      if (hasCode(error, DUPLICATE_DATABASE, UNIQUE_VIOLATION)) return;
      if (!hasCode(error, INSUFFICIENT_PRIVILEGE)) throw error;
      throw new CannotStart(
        `The role of DATABASE_URL may not create the database ${name}. Create it, or let the role do so: CREATEDB.`,
      );
    }
  });
}

/** Whether an error carries a certain SQLSTATE or system code. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return codes.some((code) => code === error.code);
}

async function assertVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  );
  const major = rows[0]?.major ?? 0;
  if (major < OLDEST_SERVER) {
    throw new CannotStart(`The server is PostgreSQL ${major}; the oldest that serves is ${OLDEST_SERVER}.`);
  }
}
