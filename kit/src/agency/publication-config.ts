import { z } from 'zod';
import { readConfig } from '../config/config';
import { keysIn, jwksFileSchema, signingKeySchema } from '../config/key-files';
import type { KeyFinder, SigningKey } from '../keys/signing-key';
import type { Log } from '../log/log';
import type { Agency } from './agency';

/** The keys of all that an agency publishes, by the configuration keys that name their files. */
export interface PublicationKeys {
  readonly signing: ReadonlyMap<string, SigningKey>;
  readonly readers: ReadonlyMap<string, KeyFinder>;
}

const SIGNS = signingKeySchema('that signs what this agency publishes');
const READS = jwksFileSchema('the public keys of the agencies that may read');

/** Reads the keys of all that an agency publishes; exits with code 78 when one is missing or bad. */
export function readPublicationKeys(
  { publications = [], feeds = [] }: Pick<Agency, 'publications' | 'feeds'>,
  log: Log,
  env: NodeJS.ProcessEnv = process.env,
): PublicationKeys {
  const keyFiles = [...publications, ...feeds].map(({ keyFile }) => keyFile);
  const readersFiles = feeds.map(({ readersFile }) => readersFile);
  const signing = readConfig(z.object(Object.fromEntries(keyFiles.map((name) => [name, SIGNS]))), env);
  const readers = readConfig(z.object(Object.fromEntries(readersFiles.map((name) => [name, READS]))), env);
  return {
    signing: new Map(Object.entries(signing)),
    readers: new Map(Object.entries(readers).map(([name, file]) => [name, keysIn(file, log)])),
  };
}
