import { parseArgs } from 'node:util';
import { storyBlock } from '@simpul/schema/demo/story';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import { EXIT_CONFIG } from '../config/config';
import type { AgencyDatabase } from '../database/database';
import { type Progress, exitWithParent, reportProgress } from '../launch/child';
import { type Agency, LOADER, loadOnce, openAgencyDatabase, prepareDatabase } from './agency';
import { withClient } from '../postgres/database';
import { loadDemoBases } from './demo-bases';
import type { Secrets } from '../secrets/secret-file';
import { readLoaderConfig } from './agency-config';

const PEOPLE_PER_BLOCK = 250;

/** Loads blocks of the demonstration population that are not loaded yet; stopping it anywhere loses at most one block's work. */
export async function loadDemo(
  agency: Agency,
  adminUrl: string,
  people: number,
  { secrets, report }: { secrets: Secrets; report: (progress: Progress) => void },
): Promise<void> {
  const total = people / PEOPLE_PER_BLOCK;
  const urls = await prepareDatabase(agency, adminUrl);
  const database = await openAgencyDatabase(agency, urls);
  try {
    for (let block = 0; block < total; block += 1) {
      await loadBlock(agency, database, block, secrets);
      report({ done: block + 1, total });
    }
    await database.work(LOADER, async (db) => {
      const [row]: { blocks: number }[] = await db.query(
        "SELECT count(*) AS blocks FROM seed_run WHERE name LIKE 'demo/%'",
      );
      const blocks = row?.blocks ?? 0;
      await agency.seed.finishDemo(db, blocks);
      // The launcher looks for this row to see whether a population is there in full.
      await db.query(
        'INSERT INTO seed_run (name, finished_at) VALUES ($1, clock_timestamp()) ON CONFLICT DO NOTHING',
        [`demo-people/${String(blocks * PEOPLE_PER_BLOCK)}`],
      );
    });
  } finally {
    await database.close();
  }
  // Only the owner of a table may renew its statistics, on which plans over the grown population depend.
  await withClient(urls.owner, (client) => client.query('ANALYZE'));
}

/** A block's records and who may know of them are told apart: the latter came later, to populations that were there. */
async function loadBlock(
  { seed }: Agency,
  database: AgencyDatabase,
  block: number,
  secrets: Secrets,
): Promise<void> {
  let told: StoryBlock | undefined;
  const story = (): StoryBlock => (told ??= storyBlock(block));
  await loadOnce(database, `demo/${String(block)}`, (db) => seed.loadDemoBlock(db, story(), secrets));
  await loadOnce(database, `demo-bases/${String(block)}`, (db) =>
    loadDemoBases(db, seed.basesOf(story()), story()),
  );
}

/** The process that loads one agency's part of the demonstration population: `--people N`, a multiple of 250. */
export async function runDemoLoader(agency: Agency): Promise<void> {
  exitWithParent();
  const { values } = parseArgs({ options: { people: { type: 'string', default: '2000' } } });
  const people = Number(values.people);
  if (!Number.isInteger(people) || people < PEOPLE_PER_BLOCK || people % PEOPLE_PER_BLOCK !== 0) {
    process.stderr.write(`--people must be a multiple of ${String(PEOPLE_PER_BLOCK)}, e.g. --people 2000.\n`);
    process.exit(EXIT_CONFIG);
  }
  const { databaseUrl, secrets } = readLoaderConfig(agency);
  await loadDemo(agency, databaseUrl, people, { secrets, report: reportProgress });
  if (process.connected) process.disconnect();
}
