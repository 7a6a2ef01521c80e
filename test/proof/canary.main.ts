import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deleteDataFolder } from '@simpul/kit/postgres/folders';
import { startPostgres } from '@simpul/kit/postgres/postgres';
import { announceServer, readRunConfig } from '../testkit/config';
import { lookForCanaries } from './canary/canary';

const BLOCKS = 4;
const LEAKS = 3;

/** The command behind `npm run proof:canary`: a thousand numbers planted, everything sent, everything searched. */
async function prove(): Promise<void> {
  const { binFolder, searchPath } = readRunConfig();
  const dataFolder = mkdtempSync(path.join(tmpdir(), `simpul-test-${String(process.pid)}-`));
  const postgres = await startPostgres({ dataFolder, durable: false, binFolder, searchPath });
  try {
    announceServer(postgres.url('postgres'));
    const found = await lookForCanaries({
      ...{ blocks: BLOCKS, misplaced: BLOCKS * 250 },
      logFolder: path.join(dataFolder, 'log'),
    });
    for (const [kind, count] of Object.entries(found.tally)) print(`${kind.padEnd(32)} ${String(count)}`);
    print(`${'characters searched'.padEnd(32)} ${String(found.characters)}`);
    for (const { canary, form, place } of found.hits.slice(0, 20)) print(`HIT ${canary} ${form}: ${place}`);
    print(`self-check: ${String(found.plantedLeaksFound)}/${String(LEAKS)} leaks made on purpose are found`);
    print(
      `canary: ${String(found.atHome)}/${String(found.planted)} encrypted at home, ${String(found.hits.length)} hits`,
    );
    const isProved =
      found.hits.length === 0 && found.atHome === found.planted && found.plantedLeaksFound === LEAKS;
    if (!isProved) process.exitCode = 1;
  } finally {
    await postgres.stop();
    deleteDataFolder(dataFolder);
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

void prove();
