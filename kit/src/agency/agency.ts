import type { StoryBasis } from '@simpul/schema/demo/bases';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { EntityManager } from 'typeorm';
import { AuditRecordRow } from '../audit/data-access.entity';
import { migrate } from '../database/migrate';
import {
  type AgencyDatabase,
  type CallerSettings,
  type DatabaseOptions,
  openDatabase,
  ownWork,
} from '../database/database';
import { type RoleUrls, provisionRoles } from '../database/roles';
import { cursorKeys } from '../database/cursor-keys';
import type { SchemaParts } from '../graphql/agency-schema';
import type { Feed } from './feed';
import type { Publication } from './publication';
import type { SecretFile, Secrets } from '../secrets/secret-file';

/** All that makes one agency: its tables, its schema, what it loads. Everything else is the same for every agency. */
export interface Agency {
  /** Name of the subgraph, e.g. `labor-office`. */
  readonly name: string;
  /** Folder of the agency's SQL migrations. */
  readonly migrations: string;
  readonly entities: DatabaseOptions['entities'];
  /** Roles in its database that no other agency has; a request reaches them by `ctx.as`. */
  readonly ownRoles?: readonly string[];
  /** Files of secrets that its processes must be given. */
  readonly secretFiles?: readonly SecretFile<unknown>[];
  readonly schema: SchemaParts;
  readonly seed: AgencySeed;
  /** Whether people give their consents here, or elsewhere, so that it hears of them. */
  readonly consents: 'GIVEN' | 'HEARD';
  /** What it publishes under its own signature beside the graph, for everybody. */
  readonly publications?: readonly Publication[];
  /** What it tells other agencies of beside the graph, change by change. */
  readonly feeds?: readonly Feed[];
}

/** Files of secrets without which an agency does not serve: its own, and those of every agency. */
export function filesToServe({
  secretFiles = [],
}: Pick<Agency, 'secretFiles'>): readonly SecretFile<unknown>[] {
  return [...secretFiles, cursorKeys];
}

/** What an agency loads into its own database. */
export interface AgencySeed {
  /** Rises when the recorded facts change; they are loaded again then. */
  readonly factsVersion: number;
  /** Writes the recorded facts; repeated runs leave the same rows. */
  loadFacts(db: EntityManager): Promise<void>;
  /** Writes one block of the demonstration population. */
  loadDemoBlock(db: EntityManager, story: StoryBlock, secrets: Secrets): Promise<void>;
  /** Who may know of whom in a block. */
  basesOf(story: StoryBlock): readonly StoryBasis[];
  /** Brings what depends on the whole demonstration population up to date, after its last block. */
  finishDemo(db: EntityManager, blocks: number): Promise<void>;
}

/** Creates roles and tables and loads the recorded facts: what must be true before an agency serves. */
export async function prepareDatabase(agency: Agency, adminUrl: string): Promise<RoleUrls> {
  const urls = await provisionRoles(adminUrl, agency.name, agency.ownRoles);
  await migrate(agency.name, urls, agency.migrations);
  const database = await openAgencyDatabase(agency, urls);
  try {
    await loadOnce(database, `facts/${String(agency.seed.factsVersion)}`, (db) => agency.seed.loadFacts(db));
  } finally {
    await database.close();
  }
  return urls;
}

/** Opens an agency's database with its own entities. */
export function openAgencyDatabase(agency: Agency, urls: RoleUrls): Promise<AgencyDatabase> {
  return openDatabase({ agency: agency.name, urls, entities: [...agency.entities, AuditRecordRow] });
}

/** Who the agency's own loaders are, in history and under row-level security. */
export const LOADER: CallerSettings = { ...ownWork('loader'), organization: 'loader' };

/** Runs a load in one transaction unless it has run before; answers whether it ran. */
export async function loadOnce(
  database: AgencyDatabase,
  name: string,
  load: (db: EntityManager) => Promise<void>,
): Promise<boolean> {
  return database.work(LOADER, async (db) => {
    const inserted: unknown[] = await db.query(
      'INSERT INTO seed_run (name, finished_at) VALUES ($1, clock_timestamp()) ON CONFLICT DO NOTHING RETURNING 1',
      [name],
    );
    if (inserted.length === 0) return false;
    await load(db);
    return true;
  });
}
