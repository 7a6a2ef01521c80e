import { z } from 'zod';
import { auditKeys } from '../audit/audit-keys';
import { parseConfig } from '../config/config';

const schema = z.looseObject({
  [auditKeys.key]: z.string().optional(),
  AUDIT_JWKS_FILE: z.string().optional(),
  AUDIT_WITNESS_URL: z.url('must be the address of the agency that keeps the heads').optional(),
});

/** What `npm run audit:verify` may be told instead of what it finds in the data folder. */
export interface AuditVerifyConfig {
  readonly keysFile: string | undefined;
  readonly headKeysFile: string | undefined;
  readonly witnessUrl: string | undefined;
}

/** Reads it from the environment; throws when it is not usable. */
export function readAuditVerifyConfig(env: NodeJS.ProcessEnv = process.env): AuditVerifyConfig {
  const read = parseConfig(schema, env);
  return {
    keysFile: env[auditKeys.key],
    headKeysFile: read.AUDIT_JWKS_FILE,
    witnessUrl: read.AUDIT_WITNESS_URL,
  };
}
