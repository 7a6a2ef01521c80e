import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareDatabase } from '@simpul/kit/agency/agency';
import { ensureDatabase } from '@simpul/kit/postgres/database';
import { deleteDataFolder } from '@simpul/kit/postgres/folders';
import { startPostgres } from '@simpul/kit/postgres/postgres';
import { readRunConfig } from '../testkit/config';
import { guestHouse } from '../testkit/guest-house';
import { Arena, TAMPERINGS } from './tamper/arena';

const ATTEMPTS = 1000;

/** The command behind `npm run proof:tamper`: a thousand times somebody with every right in a database changes its audit. */
async function main(): Promise<void> {
  const { binFolder, searchPath } = readRunConfig();
  const dataFolder = mkdtempSync(path.join(tmpdir(), `simpul-test-${String(process.pid)}-`));
  const postgres = await startPostgres({ dataFolder, durable: false, binFolder, searchPath });
  try {
    await ensureDatabase(postgres.url('postgres'), 'arena');
    const urls = await prepareDatabase(guestHouse('arena'), postgres.url('arena'));
    const arena = await Arena.open(postgres.url('arena'), urls);
    await prove(arena);
    await arena.close();
  } finally {
    await postgres.stop();
    deleteDataFolder(dataFolder);
  }
}

async function prove(arena: Arena): Promise<void> {
  const reasons = new Map<string, number>();
  let found = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [name, tampering] = TAMPERINGS[attempt % TAMPERINGS.length] ?? [];
    if (name === undefined || tampering === undefined) throw new Error('There is nothing to try.');
    const { place, found: verification } = await arena.suffer(tampering, `${name} ${String(attempt)}`);
    const { fault } = verification;
    const isFound = fault !== null && (place === null || fault.sequence === place);
    if (isFound) found += 1;
    else print(`NOT found  ${name} (attempt ${String(attempt)}): ${JSON.stringify(verification)}`);
    if (fault) reasons.set(fault.reason, (reasons.get(fault.reason) ?? 0) + 1);
  }
  for (const [reason, times] of reasons) print(`${String(times).padStart(5)}  ${reason}`);
  if (found < ATTEMPTS) process.exitCode = 1;
  print(`tamper: ${String(found)}/${String(ATTEMPTS)} found, by ${String(TAMPERINGS.length)} ways to tamper`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

void main();
