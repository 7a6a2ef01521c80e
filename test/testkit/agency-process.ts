import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { databaseName } from '@simpul/kit/database/roles';
import { TODAY } from './agency';
import { auditKeyFile } from './audit';
import { GATEWAY_KEY } from './gateway-key';
import { readRunConfig } from './config';

const ROOT = path.join(__dirname, '../..');

/** An agency as its own process, started from what `npm run build` made. */
export interface AgencyProcess {
  readonly origin: string;
  readonly child: ChildProcess;
  /** Resolves when the process is gone, however it ended. */
  readonly ended: Promise<void>;
}

/** A file of the key that tests sign with; it goes with the other temporary files of the machine. */
function publicKeyFile(): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'simpul-jwks-')), 'jwks.json');
  writeFileSync(file, JSON.stringify(GATEWAY_KEY.publicJwks));
  return file;
}

/** Starts the process of an agency over a prepared database and waits until it says where it listens. */
export async function startAgencyProcess(
  agency: string,
  databaseUrl: string,
  options: { preload?: string; env?: Record<string, string>; main?: string } = {},
): Promise<AgencyProcess> {
  const preload = options.preload === undefined ? [] : ['--require', options.preload];
  const main = options.main ?? path.join('subgraphs', agency, 'dist/main.js');
  const child = spawn(process.execPath, [...preload, path.join(ROOT, main)], {
    env: {
      PATH: readRunConfig().searchPath,
      PORT: '0',
      GATEWAY_JWKS_FILE: publicKeyFile(),
      AUDIT_KEYS_FILE: auditKeyFile(),
      SIMPUL_TODAY: TODAY,
      [`DATABASE_URL_${databaseName(agency).toUpperCase()}`]: databaseUrl,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => undefined);
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = JSON.parse(line) as { msg: string; origin?: string };
    if (entry.msg === 'ready' && entry.origin !== undefined) {
      child.stdout.resume();
      return { origin: entry.origin, child, ended };
    }
  }
  throw new Error(`The process of ${agency} ended before it was ready.`);
}
