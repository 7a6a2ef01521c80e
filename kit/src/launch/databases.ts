import path from 'node:path';
import { databaseName, provisionAdministrator } from '../database/roles';
import { CannotStart } from '../postgres/cannot-start';
import { ensureDatabase, hasCode } from '../postgres/database';
import { startPostgres, type Postgres } from '../postgres/postgres';
import type { LauncherConfig } from './config';
import { keyOf } from './layout';
import { LauncherSession } from './session';

const INSUFFICIENT_PRIVILEGE = '42501';

/** Who opens the databases, what for, and whom to tell when the server goes. */
export interface Opening {
  readonly config: LauncherConfig;
  readonly agencies: readonly string[];
  /** The command, as its user types it. */
  readonly command: string;
  readonly halt: AbortController;
}

/** The databases of all agencies: our own server, or what the configuration names. */
export class Databases {
  private constructor(
    private readonly urls: ReadonlyMap<string, string>,
    readonly session: LauncherSession,
    /** Our own server, if we are to stop it. */
    private readonly postgres: Postgres | undefined,
    /** Whether no other launcher uses the server. */
    readonly isAlone: boolean,
  ) {}

  /** Starts a server unless one is named, and makes every database that is missing, each with an administrator of its own. */
  static async open(opening: Opening): Promise<Databases> {
    const { config, agencies, command, halt } = opening;
    const unnamed = agencies.filter((name) => !config.databaseUrls.has(name));
    const needsServer = unnamed.length > 0 && config.databaseUrl === undefined;
    const postgres = needsServer ? await startOwn(config) : undefined;
    const serverUrl = config.databaseUrl ?? postgres?.url('postgres') ?? firstOf(config.databaseUrls);

    const session = await LauncherSession.open(serverUrl, command, () => {
      halt.abort(lost(config, needsServer));
    });
    const isAlone = await session.claim('run');
    const urls = new Map(config.databaseUrls);
    const databases = new Databases(urls, session, isAlone ? postgres : undefined, isAlone);
    try {
      for (const name of unnamed) {
        await ensureDatabase(serverUrl, databaseName(name));
        urls.set(name, await administratorOf(name, serverUrl));
      }
      return databases;
    } catch (error) {
      await databases.close();
      throw error;
    }
  }

  /** The URL of an agency's database, as its administrator. */
  urlOf(agency: string): string {
    const url = this.urls.get(agency);
    if (url === undefined) throw new Error(`No database was opened for ${agency}.`);
    return url;
  }

  /** Lets go, and stops the server if it is ours; until it has stopped nobody else can claim it. */
  async close(): Promise<void> {
    this.session.expectEnd();
    await this.postgres?.stop();
    await this.session.close();
  }
}

/** No agency is handed what opens another's database. */
async function administratorOf(agency: string, serverUrl: string): Promise<string> {
  try {
    return await provisionAdministrator(serverUrl, agency);
  } catch (error) {
    if (!hasCode(error, INSUFFICIENT_PRIVILEGE)) throw error;
    throw new CannotStart(
      `The role of DATABASE_URL may not make the roles of ${agency}. Let it do so (CREATEROLE, and ADMIN OPTION ` +
        `for those that exist), or name the agency's own database: DATABASE_URL_${keyOf(agency)}.`,
    );
  }
}

function startOwn({ dataFolder, binFolder, searchPath }: LauncherConfig): Promise<Postgres> {
  return startPostgres({ dataFolder, binFolder, searchPath, durable: true });
}

function lost({ dataFolder }: LauncherConfig, isOurs: boolean): CannotStart {
  if (!isOurs) return new CannotStart('The connection to the database server is lost.');
  return new CannotStart(
    `PostgreSQL ended unexpectedly. Its log is ${path.join(dataFolder, 'log', 'postgres.log')}`,
  );
}

function firstOf(urls: ReadonlyMap<string, string>): string {
  for (const url of urls.values()) return url;
  throw new Error('There is no agency, so no database.');
}
