import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { databaseName, type RoleUrls } from './roles';

const HOUSE = join(__dirname, '../../migrations');
const FILE = /^(\d{4})_([a-z0-9_]+)\.up\.sql$/;
/** TypeORM orders migrations by thirteen digits at the end of their name; ours are numbered from here on. */
const EPOCH = 1_700_000_000_000;
const LOCK = 4_871_203;

/** Brings an agency's tables up to date; processes that start at once take turns. */
export async function migrate(agency: string, urls: RoleUrls, folder: string): Promise<void> {
  await withMigrations(agency, urls, folder, async (source) => {
    await source.runMigrations({ transaction: 'each' });
  });
}

/** Takes the last migration of an agency back. */
export async function revertLastMigration(agency: string, urls: RoleUrls, folder: string): Promise<void> {
  await withMigrations(agency, urls, folder, (source) => source.undoLastMigration({ transaction: 'each' }));
}

async function withMigrations(
  agency: string,
  urls: RoleUrls,
  folder: string,
  run: (source: DataSource) => Promise<void>,
): Promise<void> {
  const gate = new Client({ connectionString: urls.owner });
  await gate.connect();
  const source = new DataSource({
    type: 'postgres',
    url: urls.owner,
    poolSize: 1,
    installExtensions: false,
    migrationsTableName: 'migration',
    migrations: [...migrationsIn(HOUSE, agency), ...migrationsIn(folder, agency)],
  });
  try {
    await gate.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await source.initialize();
    await run(source);
  } finally {
    if (source.isInitialized) await source.destroy();
    await gate.end();
  }
}

function migrationsIn(folder: string, agency: string): (new () => MigrationInterface)[] {
  return readdirSync(folder)
    .map((file) => FILE.exec(file))
    .filter((match) => match !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, number = '', title = '']) => {
      const up = sqlOf(join(folder, file), agency);
      const down = sqlOf(join(folder, file.replace('.up.sql', '.down.sql')), agency);
      return class implements MigrationInterface {
        name = `${title}${String(EPOCH + Number(number))}`;
        up = async (runner: QueryRunner): Promise<void> => {
          await runner.query(up);
        };
        down = async (runner: QueryRunner): Promise<void> => {
          await runner.query(down);
        };
      };
    });
}

function sqlOf(file: string, agency: string): string {
  const name = databaseName(agency);
  return readFileSync(file, 'utf8').replaceAll(/\{\{([a-z]+)\}\}/g, `${name}_$1`);
}
