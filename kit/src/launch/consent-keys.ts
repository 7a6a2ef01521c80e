import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { publicJwk } from '../keys/signing-key';
import { type DevelopmentKeys, keyIn, writeJwks } from './development-keys';

/** The configuration key by which an agency says that it asks for consents, and one by which one says that it tells of them. */
export const ASKS_WITH = 'CONSENTS_READER_KEY_FILE';
export const TELLS_WITH = 'CONSENTS_KEY_FILE';

/**
 * Makes the Ed25519 keys by which agencies tell each other of consents where they are missing, each for its owner alone: one of
 * the agency that tells, and one of each that asks. Answers, for each that asks, what it is to have; the others get the rest.
 */
export function consentKeys(folder: string, readers: readonly string[]): (agency: string) => DevelopmentKeys {
  const own = path.join(folder, 'consent-readers');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const [key, keys] = [path.join(folder, 'consents.jwk'), path.join(folder, 'consents.jwks.json')];
  const readerKeys = path.join(folder, 'consent-readers.jwks.json');
  const keyOfReader = (agency: string): string => path.join(own, `${agency}.jwk`);
  writeJwks(keys, [publicJwk(keyIn(key))]);
  writeJwks(
    readerKeys,
    readers.map((agency) => publicJwk(keyIn(keyOfReader(agency)))),
  );
  return (agency) =>
    new Map([
      [TELLS_WITH, key],
      ['CONSENTS_KEYS_FILE', keys],
      ['CONSENTS_READERS_FILE', readerKeys],
      ...(readers.includes(agency) ? [[ASKS_WITH, keyOfReader(agency)] as const] : []),
    ]);
}
