import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { escapeIdentifier } from 'pg';
// jest maps the names of workspaces inside tests only, not in what runs before and after them: hence the relative paths.
import { withClient } from '../../kit/src/postgres/database';
import { deleteDataFolder } from '../../kit/src/postgres/folders';
import { startPostgres } from '../../kit/src/postgres/postgres';
import { isAlive, runningPostmaster } from '../../kit/src/postgres/postmaster';
import type { RunConfig } from './config';

const OURS = 'simpul-test-';

/** A server that lives as long as one run of the tests. */
export interface TestCluster {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server in a folder of its own, which stop() removes; crash safety is given up for speed. */
export async function startTestCluster({ binFolder, searchPath }: RunConfig): Promise<TestCluster> {
  await removeAbandoned();
  const dataFolder = mkdtempSync(path.join(tmpdir(), `${OURS}${process.pid}-`));
  const postgres = await startPostgres({ dataFolder, durable: false, binFolder, searchPath });
  return {
    url: postgres.url('postgres'),
    async stop() {
      await postgres.stop();
      deleteDataFolder(dataFolder);
    },
  };
}

/** Drops every database whose name begins so, whoever is still connected. */
export async function dropDatabases(serverUrl: string, prefix: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { name } of rows)
      await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  });
}

/** A run that was interrupted could not clean up; the next one does it, by the process id in the folder's name. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(OURS) || isAlive(Number(name.slice(OURS.length).split('-')[0]))) continue;
    const folder = path.join(tmpdir(), name);
    const cluster = path.join(folder, 'postgres', 'cluster');
    for (let pid = runningPostmaster(cluster); pid !== undefined; pid = runningPostmaster(cluster)) {
      process.kill(pid, 'SIGQUIT');
      await pause(100);
    }
    deleteDataFolder(folder);
  }
}
