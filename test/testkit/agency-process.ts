import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { databaseName } from '@simpul/kit/database/roles';
import { servingSecrets } from '@simpul/kit/launch/agency-secrets';
import { TODAY } from './agency';
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

/** Nobody tells of grants and consents there: the process reads of its own people alone. */
const NOWHERE = 'http://127.0.0.1:9';

/** Files of the key that tests sign with, as everybody's; they go with the other temporary files of the machine. */
function keyEnvironment(): NodeJS.ProcessEnv {
  const folder = mkdtempSync(path.join(tmpdir(), 'simpul-jwks-'));
  const fileOf = (name: string, content: unknown): string => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
    return file;
  };
  const { publicJwks, signingKey } = GATEWAY_KEY;
  const file = fileOf('jwks.json', publicJwks);
  const keys = publicJwks.keys.map((jwk) => ({ ...jwk, organization: 'test' }));
  return {
    GATEWAY_JWKS_FILE: file,
    ACCESS_BUNDLE_JWKS_FILE: file,
    ACCESS_BUNDLE_URL: `${NOWHERE}/access-bundle`,
    ORGANIZATION_JWKS_FILE: fileOf('organizations.jwks.json', { keys }),
    CONSENTS_URL: `${NOWHERE}/consents`,
    CONSENTS_KEYS_FILE: file,
    CONSENTS_READER_KEY_FILE: fileOf('reader.jwk', signingKey.key.export({ format: 'jwk' })),
  };
}

/** Files of new secrets, which go with the other temporary files of the machine. */
function secretEnvironment(): NodeJS.ProcessEnv {
  return servingSecrets(mkdtempSync(path.join(tmpdir(), 'simpul-secrets-')), 'test');
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
      ...keyEnvironment(),
      ...secretEnvironment(),
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
