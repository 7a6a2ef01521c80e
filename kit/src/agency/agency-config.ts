import { z } from 'zod';
import type { AuditSettings } from '../audit/audit';
import { auditProblems, auditSettings, auditShape } from '../audit/audit-config';
import { readConfig } from '../config/config';
import { DATABASE_FORM, REGARDLESS, isDatabaseUrl, logLevelSchema, refuseUnknownKeys } from '../config/keys';
import { type TlsIdentity, readTls, tlsProblems } from '../config/tls';
import { databaseName } from '../database/roles';
import { readPublicKeys } from '../identity/gateway-keys';

/** Configuration of one agency's process. */
export interface AgencyConfig {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** File of the public keys that the gateway's word is verified with. */
  readonly gatewayKeysFile: string;
  /** With it the agency serves https, to clients with a certificate of that authority only. */
  readonly tls: TlsIdentity | null;
  readonly audit: AuditSettings;
  readonly today?: string | undefined;
  readonly logLevel: string;
}

const TLS_KEYS = { cert: 'TLS_CERT_FILE', key: 'TLS_KEY_FILE', ca: 'TLS_CLIENT_CA_FILE' };

/** Reads an agency's configuration from the environment; exits with code 78 when a key is missing or bad. */
export function readAgencyConfig(agency: string, env: NodeJS.ProcessEnv = process.env): AgencyConfig {
  const urlKey = urlKeyOf(agency);
  const config = readConfig(databaseSchema(urlKey, serving).superRefine(checkServing, REGARDLESS), env);
  return {
    host: config.HOST,
    port: config.PORT,
    databaseUrl: String(config[urlKey]),
    gatewayKeysFile: config.GATEWAY_JWKS_FILE,
    tls: readTls(config, TLS_KEYS),
    audit: auditSettings(config),
    today: config.SIMPUL_TODAY,
    logLevel: config.LOG_LEVEL,
  };
}

/** Reads only where an agency's database is: its loaders serve nobody. */
export function readDatabaseUrl(agency: string, env: NodeJS.ProcessEnv = process.env): string {
  const urlKey = urlKeyOf(agency);
  return String(readConfig(databaseSchema(urlKey, {}), env)[urlKey]);
}

const serving = {
  // Any address: nobody is served without the gateway's signed word.
  HOST: z.string().min(1, 'must be an address or a name of this machine').default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  ...auditShape,
  GATEWAY_JWKS_FILE: z
    .string("set it to the file of the gateway's public keys, a JWK set")
    .refine(isJwks, 'must be a file with a set of public Ed25519 JWKs, each with a kid of its own'),
};

function databaseSchema<T extends z.ZodRawShape>(urlKey: string, more: T) {
  return z
    .looseObject({
      SIMPUL_TODAY: z.iso.date('must be a day, for example 2026-06-15').optional(),
      NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
      LOG_LEVEL: logLevelSchema,
      ...more,
    })
    .superRefine(refuseUnknownKeys, REGARDLESS)
    .superRefine((env: Record<string, unknown>, context) => {
      const refuse = (key: string, message: string): void => {
        context.addIssue({ code: 'custom', path: [key], message });
      };
      const { [urlKey]: url, NODE_ENV, SIMPUL_TODAY } = env;
      if (url === undefined)
        refuse(urlKey, "set it to the URL of this agency's database, as its administrator");
      else if (!isDatabaseUrl(url)) refuse(urlKey, DATABASE_FORM);
      if (NODE_ENV === 'production' && SIMPUL_TODAY !== undefined)
        refuse('SIMPUL_TODAY', 'the clock can be set in development only');
    }, REGARDLESS);
}

function checkServing(env: Record<string, unknown>, context: z.RefinementCtx): void {
  for (const [key, message] of [...tlsProblems(env, TLS_KEYS), ...auditProblems(env)])
    context.addIssue({ code: 'custom', path: [key], message });
}

function isJwks(file: string): boolean {
  try {
    return readPublicKeys(file).size > 0;
  } catch {
    return false;
  }
}

function urlKeyOf(agency: string): string {
  return `DATABASE_URL_${databaseName(agency).toUpperCase()}`;
}
