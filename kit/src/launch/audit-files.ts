import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { HEADS_PATH } from '../audit/witness';
import { publicJwk } from '../keys/signing-key';
import { keyIn, writeJwks } from './development-keys';

/** Where the agencies' public keys are, by which they know each other's heads. */
export function headKeysFile(dataFolder: string): string {
  return path.join(dataFolder, 'keys', 'audit.jwks.json');
}

/** Makes every agency a key to sign the heads of its audit with, and publishes the other halves to all. */
export function prepareHeadKeys(dataFolder: string, agencies: readonly string[]): void {
  mkdirSync(path.join(dataFolder, 'keys', 'audit'), { recursive: true, mode: 0o700 });
  writeJwks(
    headKeysFile(dataFolder),
    agencies.map((agency) => ({ ...publicJwk(keyIn(headKeyFile(dataFolder, agency))), agency })),
  );
}

/** What the process of one agency is told of its audit; the witness is told by the origin at which it serves. */
export function auditEnvironment(
  dataFolder: string,
  agency: string,
  witness: string | undefined,
): NodeJS.ProcessEnv {
  return {
    AUDIT_JWKS_FILE: headKeysFile(dataFolder),
    ...(witness === undefined
      ? {}
      : {
          AUDIT_SIGNING_KEY_FILE: headKeyFile(dataFolder, agency),
          AUDIT_WITNESS_URL: `${witness}${HEADS_PATH}`,
        }),
  };
}

function headKeyFile(dataFolder: string, agency: string): string {
  return path.join(dataFolder, 'keys', 'audit', `${agency}.jwk`);
}
