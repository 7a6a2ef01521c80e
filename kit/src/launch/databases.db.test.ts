import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { provisionRoles } from '../database/roles';
import { serverAccount } from '../postgres/account';
import { socketUrl, urlOfDatabase } from '../postgres/address';
import { ensureDatabase, withClient } from '../postgres/database';
import { deleteDataFolder, prepareServerFolders } from '../postgres/folders';
import { startPostgres } from '../postgres/postgres';
import { readLauncherConfig } from './config';
import { Databases } from './databases';

const AGENCIES = ['lighthouse', 'post-office'];
jest.setTimeout(60_000);

const root = mkdtempSync(path.join(tmpdir(), `simpul-test-${String(process.pid)}-`));
const superuser = socketUrl(prepareServerFolders(root, serverAccount()).socket, 'postgres');
const opened: Databases[] = [];

async function open(env: NodeJS.ProcessEnv = {}): Promise<Databases> {
  const { SIMPUL_POSTGRES_BIN, PATH } = process.env;
  const config = readLauncherConfig(AGENCIES, { SIMPUL_DATA: root, SIMPUL_POSTGRES_BIN, PATH, ...env });
  const databases = await Databases.open({
    ...{ config, agencies: AGENCIES, command: 'a test', halt: new AbortController() },
  });
  opened.push(databases);
  return databases;
}

async function provisionAll(databases: Databases): Promise<void> {
  for (const agency of AGENCIES) await provisionRoles(databases.urlOf(agency), agency);
}

async function closeAll(): Promise<void> {
  for (const databases of opened.splice(0)) await databases.close();
}

afterEach(closeAll);
afterAll(() => {
  deleteDataFolder(root);
});

async function expectSeparate(databases: Databases): Promise<void> {
  const url = databases.urlOf('lighthouse');
  const { rows } = await withClient(url, (client) =>
    client.query(
      'SELECT current_database() AS db, rolname AS role, rolsuper FROM pg_roles WHERE rolname = current_user',
    ),
  );
  expect(rows).toEqual([{ db: 'lighthouse', role: 'lighthouse_admin', rolsuper: false }]);
  const elsewhere = withClient(urlOfDatabase(url, 'post_office'), (client) => client.query('SELECT 1'));
  await expect(elsewhere).rejects.toMatchObject({ code: '42501' });
}

/** A role of the server that is no superuser, and the URL by which a person would name the server. */
async function serverRole(name: string, rights: string): Promise<string> {
  await withClient(superuser, (client) =>
    client.query(`CREATE ROLE ${name} LOGIN ${rights} PASSWORD 'secret'`),
  );
  const url = new URL(superuser);
  url.username = name;
  url.password = 'secret';
  return url.href;
}

async function dropAll(): Promise<void> {
  await withClient(superuser, async (client) => {
    for (const name of ['lighthouse', 'post_office']) {
      await client.query(`DROP DATABASE IF EXISTS ${name}`);
      for (const role of ['app', 'worker', 'owner', 'admin'])
        await client.query(`DROP ROLE IF EXISTS ${name}_${role}`);
    }
  });
}

it('goes on with databases and roles that the superuser made, and leaves their tables as they are', async () => {
  const { SIMPUL_POSTGRES_BIN: binFolder, PATH: searchPath } = process.env;
  const postgres = await startPostgres({ dataFolder: root, durable: true, binFolder, searchPath });
  for (const name of ['lighthouse', 'post_office']) await ensureDatabase(superuser, name);
  const { owner } = await provisionRoles(postgres.url('lighthouse'), 'lighthouse');
  await withClient(owner, (client) => client.query('CREATE TABLE lamp AS SELECT 7 AS oil'));
  await postgres.stop();

  for (const start of ['first', 'second']) {
    const databases = await open();
    await provisionAll(databases);
    await expectSeparate(databases);
    const kept = await withClient(databases.urlOf('lighthouse'), (client) =>
      client.query('SELECT oil FROM lamp'),
    );
    expect([start, kept.rows]).toEqual([start, [{ oil: 7 }]]);
    await closeAll();
  }
});

it('gives each agency an administrator who can enter no other agency’s database', async () => {
  await open();
  await dropAll();

  for (let start = 0; start < 2; start += 1) {
    const databases = await open();
    await expectSeparate(databases);
    await provisionAll(databases);
    await expectSeparate(databases);
  }
});

it('does the same on a server that is named by a role that may make roles', async () => {
  await open();
  await dropAll();
  const DATABASE_URL = await serverRole('harbour', 'CREATEDB CREATEROLE');

  for (let start = 0; start < 2; start += 1) {
    const databases = await open({ DATABASE_URL });
    await provisionAll(databases);
    await expectSeparate(databases);
    expect(new URL(databases.urlOf('lighthouse')).password).not.toMatch(/^(secret)?$/);
  }
});

it('says what the role of a named server lacks', async () => {
  await open();
  await dropAll();
  const DATABASE_URL = await serverRole('pier', 'CREATEDB');

  await expect(open({ DATABASE_URL })).rejects.toThrow(
    /role of DATABASE_URL may not make the roles of lighthouse.*CREATEROLE.*DATABASE_URL_LIGHTHOUSE/,
  );
});
