import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { readRunConfig } from './config';

const MAIN = path.join(__dirname, '../../kit/dist/issuer/main.js');

/** The development issuer as its own process, started from what `npm run build` made. */
export interface IssuerProcess {
  readonly origin: string;
  readonly dataFolder: string;
  /** Stops it; its data folder stays. */
  stop(): Promise<void>;
}

/** Starts the development issuer over a data folder. */
export async function startIssuerProcess(
  explorerOrigin: string,
  { dataFolder = mkdtempSync(path.join(tmpdir(), 'simpul-issuer-')), port = '0' } = {},
): Promise<IssuerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: readRunConfig().searchPath,
      PORT: port,
      SIMPUL_DATA: dataFolder,
      EXPLORER_ORIGINS: explorerOrigin,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const { origin } = line.startsWith('{') ? (JSON.parse(line) as { origin?: string }) : {};
    if (origin === undefined) continue;
    child.stdout.resume();
    return {
      origin,
      dataFolder,
      stop: async () => {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error('The issuer ended before it was ready.');
}

/** Removes the data folder of an issuer that has stopped. */
export function forgetIssuer({ dataFolder }: IssuerProcess): void {
  rmSync(dataFolder, { recursive: true, force: true });
}
