import { z } from 'zod';
import { readSigningKey } from '../keys/signing-key';
import { secretFileSchema } from '../secrets/secret-file';
import type { AuditSettings } from './audit';
import { auditKeys } from './audit-keys';
import { readHeadKeys } from './head-keys';

const WITNESS = ['AUDIT_WITNESS_URL', 'AUDIT_SIGNING_KEY_FILE'] as const;

/** The keys of an agency's configuration that are about its audit. */
export const auditShape = {
  AUDIT_KEYS_FILE: secretFileSchema(auditKeys),
  AUDIT_WITNESS_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address of another agency, for example http://127.0.0.1:4002/audit-heads',
    })
    .optional(),
  AUDIT_SIGNING_KEY_FILE: fileOf(
    readSigningKey,
    'must be a file with a private Ed25519 key (JWK or PEM)',
  ).optional(),
  AUDIT_JWKS_FILE: fileOf(
    readHeadKeys,
    'must be a file with a set of public Ed25519 JWKs, each with its kid and its agency',
  ).optional(),
};

/** What is wrong with the keys together: heads are signed and sent, or neither. */
export function auditProblems(
  env: Readonly<Record<string, unknown>>,
): readonly (readonly [string, string])[] {
  const missing = WITNESS.filter((key) => env[key] === undefined);
  if (missing.length !== 1) return [];
  return missing.map((key) => [key, `set it too: ${WITNESS.join(' and ')} belong together`] as const);
}

/** The settings of the audit in a configuration that was read. */
export function auditSettings(config: z.output<z.ZodObject<typeof auditShape>>): AuditSettings {
  const { AUDIT_WITNESS_URL: url, AUDIT_SIGNING_KEY_FILE: key } = config;
  return {
    keys: config.AUDIT_KEYS_FILE,
    witness: url === undefined || key === undefined ? null : { url, key },
    headKeys: config.AUDIT_JWKS_FILE ?? null,
  };
}

function fileOf<T>(read: (file: string) => T, form: string): z.ZodType<T> {
  return z.string().transform((file, context): T => {
    try {
      return read(file);
    } catch {
      context.addIssue({ code: 'custom', message: form });
      return z.NEVER;
    }
  });
}
