import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDatabase, withClient } from '../postgres/database';
import { deleteDataFolder } from '../postgres/folders';
import { startPostgres, type Postgres } from '../postgres/postgres';
import { provisionRoles } from './roles';

jest.setTimeout(60_000);

const dataFolder = mkdtempSync(path.join(tmpdir(), `simpul-test-${String(process.pid)}-`));
let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres({
    dataFolder,
    durable: false,
    binFolder: process.env['SIMPUL_POSTGRES_BIN'],
    searchPath: process.env['PATH'],
  });
});

afterAll(async () => {
  await postgres.stop();
  deleteDataFolder(dataFolder);
});

/** A database with an administrator who is no superuser and has a password, as docker-compose.yml makes it. */
async function administered(database: string): Promise<string> {
  const superuser = postgres.url('postgres');
  await ensureDatabase(superuser, database);
  await withClient(superuser, async (client) => {
    await client.query(`CREATE ROLE ${database}_admin LOGIN CREATEROLE CREATEDB PASSWORD 'secret'`);
    await client.query(`ALTER DATABASE ${database} OWNER TO ${database}_admin`);
  });
  const url = new URL(postgres.url(database, `${database}_admin`));
  url.password = 'secret';
  return url.href;
}

it('provisions a database that several processes provision at once', async () => {
  const admin = await administered('lighthouse');

  for (let round = 0; round < 5; round += 1) {
    const all = await Promise.all([1, 2, 3].map(() => provisionRoles(admin, 'lighthouse')));
    expect(new Set(all.map(({ app }) => app)).size).toBe(1);
  }

  const { owner } = await provisionRoles(admin, 'lighthouse');
  const { rows } = await withClient(owner, (client) =>
    client.query(
      'SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = current_database()',
    ),
  );
  expect(rows).toEqual([{ owner: 'lighthouse_owner' }]);
});
