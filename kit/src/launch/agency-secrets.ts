import path from 'node:path';
import { auditKeys } from '../audit/audit-keys';
import { cursorKeys } from '../database/cursor-keys';
import { type SecretFile, ensureSecretFile } from '../secrets/secret-file';

/** The file of a secret that one agency has and nobody else, made where it is missing. */
export function secretFileOf(dataFolder: string, agency: string, file: SecretFile<unknown>): string {
  return ensureSecretFile(path.join(dataFolder, 'secrets', agency), file);
}

/** What the process of an agency is told of the secrets that every agency serves with, each its own. */
export function servingSecrets(dataFolder: string, agency: string): NodeJS.ProcessEnv {
  return Object.fromEntries(
    [auditKeys, cursorKeys].map((file) => [file.key, secretFileOf(dataFolder, agency, file)]),
  );
}
