import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { serverAccount } from './account';
import { urlOfDatabase } from './address';
import { ensureDatabase, withClient } from './database';
import { deleteDataFolder, prepareServerFolders, type ServerFolders } from './folders';
import { startPostgres, type Postgres } from './postgres';
import { isAlive, runningPostmaster } from './postmaster';

/** Too long for a socket to fit inside, with characters that shells and URLs read. */
const ODD_NAME = `it's "$HOME" & ${'long '.repeat(20)}end`;

jest.setTimeout(60_000);

const root = mkdtempSync(path.join(tmpdir(), 'simpul-server-'));
const started: Postgres[] = [];

async function start(dataFolder: string): Promise<Postgres> {
  const postgres = await startPostgres({ dataFolder, durable: true });
  started.push(postgres);
  return postgres;
}

function foldersOf(dataFolder: string): ServerFolders {
  return prepareServerFolders(dataFolder, serverAccount());
}

async function stopAll(): Promise<void> {
  for (const postgres of started.splice(0)) await postgres.stop();
}

afterEach(stopAll);
afterAll(() => {
  for (const name of readdirSync(root)) deleteDataFolder(path.join(root, name));
  rmSync(root, { recursive: true });
});

describe('the server of a data folder', () => {
  const dataFolder = path.join(root, ODD_NAME);

  async function keepARow(postgres: Postgres): Promise<void> {
    await withClient(postgres.url('postgres'), async (client) => {
      await client.query('create table if not exists kept (at timestamptz default now())');
      await client.query('insert into kept default values');
    });
  }

  async function keptRows(postgres: Postgres): Promise<unknown> {
    const statement = 'select count(*)::int as kept from kept';
    const { rows } = await withClient(postgres.url('postgres'), (client) =>
      client.query<{ kept: number }>(statement),
    );
    return rows[0]?.kept;
  }

  it('is made, serves pg and TypeORM through a socket alone, and leaves no process', async () => {
    const postgres = await start(dataFolder);
    const url = postgres.url('postgres');

    expect(postgres.alreadyRunning).toBe(false);
    expect(new URL(url).searchParams.get('host')?.length).toBeLessThan(90);
    const settings = await withClient(url, (client) =>
      client.query(
        `select current_setting('listen_addresses') as hosts, current_setting('data_checksums') as checksums,
                current_setting('server_encoding') as encoding, current_user as role`,
      ),
    );
    expect(settings.rows).toEqual([{ hosts: '', checksums: 'on', encoding: 'UTF8', role: 'simpul' }]);
    const source = await new DataSource({ type: 'postgres', url, installExtensions: false }).initialize();
    expect(await source.query('select 1 as one')).toEqual([{ one: 1 }]);
    await source.destroy();

    const pid = runningPostmaster(foldersOf(dataFolder).cluster) ?? 0;
    expect(isAlive(pid)).toBe(true);
    await postgres.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('gets a database once, however often and at once it is asked for one', async () => {
    const postgres = await start(dataFolder);
    await Promise.all([1, 2, 3].map(() => ensureDatabase(postgres.url('postgres'), 'asked_for')));
    await ensureDatabase(postgres.url('postgres'), 'asked_for');

    const { rows } = await withClient(urlOfDatabase(postgres.url('postgres'), 'asked_for'), (client) =>
      client.query(`select array(select unnest('{b,B,a,_}'::text[]) order by 1) as sorted`),
    );
    expect(rows).toEqual([{ sorted: ['B', '_', 'a', 'b'] }]);
  });

  it('is taken over when it runs already', async () => {
    await keepARow(await start(dataFolder));

    const second = await start(dataFolder);

    expect(second.alreadyRunning).toBe(true);
    expect(await keptRows(second)).toBe(1);
  });

  it('keeps its rows over a kill -9', async () => {
    await keepARow(await start(dataFolder));
    process.kill(runningPostmaster(foldersOf(dataFolder).cluster) ?? 0, 'SIGKILL');

    const second = await start(dataFolder);

    expect(second.alreadyRunning).toBe(false);
    expect(await keptRows(second)).toBe(2);
  });

  it('is started anew when its socket is gone', async () => {
    await start(dataFolder);
    const { socket } = foldersOf(dataFolder);
    for (const name of readdirSync(socket)) rmSync(path.join(socket, name));

    const second = await start(dataFolder);

    expect(second.alreadyRunning).toBe(false);
    expect(await keptRows(second)).toBe(2);
  });

  it('is not mistaken for another process that has its number by now', async () => {
    const first = await start(dataFolder);
    const { cluster, socket } = foldersOf(dataFolder);
    const records = [path.join(cluster, 'postmaster.pid'), path.join(socket, '.s.PGSQL.5432.lock')];
    const written = records.map((record) => readFileSync(record, 'utf8'));
    await first.stop();
    for (const [index, record] of records.entries()) {
      writeFileSync(record, (written[index] ?? '').replace(/^\d+/, String(process.pid)), { mode: 0o644 });
    }

    const second = await start(dataFolder);

    expect(second.alreadyRunning).toBe(false);
    expect(await keptRows(second)).toBe(2);
  });
});

it('is made once when two start at the same time', async () => {
  const dataFolder = path.join(root, 'twice');
  const both = await Promise.all([start(dataFolder), start(dataFolder)]);

  expect(both.map(({ alreadyRunning }) => alreadyRunning).sort()).toEqual([false, true]);
  expect(readdirSync(foldersOf(dataFolder).server)).toEqual(['cluster']);
});

it('says what is wrong with a folder that was named for its programs', async () => {
  const attempt = startPostgres({
    dataFolder: path.join(root, 'none'),
    durable: true,
    binFolder: '/nowhere',
  });

  await expect(attempt).rejects.toThrow(/SIMPUL_POSTGRES_BIN holds no usable PostgreSQL[^]*ENOENT/);
});
