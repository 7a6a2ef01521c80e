import { z } from 'zod';
import type { AuditSettings } from '../audit/audit';
import { auditProblems, auditSettings, auditShape } from '../audit/audit-config';
import { bundleKeys } from '../config/bundle-keys';
import { readConfig } from '../config/config';
import { jwksFileSchema } from '../config/key-files';
import { DATABASE_FORM, REGARDLESS, isDatabaseUrl, logLevelSchema, refuseUnknownKeys } from '../config/keys';
import { type TlsIdentity, readTls, tlsProblems } from '../config/tls';
import { databaseName } from '../database/roles';
import { readOrganizationKeys } from '../policy/organization-keys';
import { type SecretFile, Secrets, secretFileSchema } from '../secrets/secret-file';
import { type Agency, filesToServe } from './agency';

/** Where the bundle of grants is, and by which keys it and its grants are taken. */
export interface BundleConfig {
  readonly url: string;
  readonly keysFile: string;
  readonly organizationKeysFile: string;
}

/** What every process of an agency is told. */
export interface LoaderConfig {
  readonly databaseUrl: string;
  readonly secrets: Secrets;
}

/** Configuration of an agency's process that serves. */
export interface AgencyConfig extends LoaderConfig {
  readonly host: string;
  readonly port: number;
  /** File of the public keys that the gateway's word is verified with. */
  readonly gatewayKeysFile: string;
  readonly bundle: BundleConfig;
  /** With it the agency serves https, to clients with a certificate of that authority only. */
  readonly tls: TlsIdentity | null;
  readonly audit: AuditSettings;
  readonly today?: string | undefined;
  readonly logLevel: string;
}

const TLS_KEYS = { cert: 'TLS_CERT_FILE', key: 'TLS_KEY_FILE', ca: 'TLS_CLIENT_CA_FILE' };

/** Reads an agency's configuration from the environment; exits with code 78 when a key is missing or bad. */
export function readAgencyConfig(
  served: Pick<Agency, 'name' | 'secretFiles'>,
  env: NodeJS.ProcessEnv = process.env,
): AgencyConfig {
  const agency = { name: served.name, secretFiles: filesToServe(served) };
  const schema = databaseSchema(agency, serving).superRefine(checkServing, REGARDLESS);
  const config = readConfig(schema, env);
  return {
    host: config.HOST,
    port: config.PORT,
    gatewayKeysFile: config.GATEWAY_JWKS_FILE,
    bundle: {
      url: config.ACCESS_BUNDLE_URL,
      keysFile: config.ACCESS_BUNDLE_JWKS_FILE,
      organizationKeysFile: config.ORGANIZATION_JWKS_FILE,
    },
    tls: readTls(config, TLS_KEYS),
    audit: auditSettings(config),
    today: config.SIMPUL_TODAY,
    logLevel: config.LOG_LEVEL,
    ...keptIn(config, agency),
  };
}

/** Reads only where an agency's database is, and its secrets: whoever loads or re-encrypts serves nobody. */
export function readLoaderConfig(
  agency: Pick<Agency, 'name' | 'secretFiles'>,
  env: NodeJS.ProcessEnv = process.env,
): LoaderConfig {
  return keptIn(readConfig(databaseSchema(agency, {}), env), agency);
}

function keptIn(
  config: Readonly<Record<string, unknown>>,
  { name, secretFiles = [] }: Pick<Agency, 'name' | 'secretFiles'>,
): LoaderConfig {
  return {
    databaseUrl: String(config[urlKeyOf(name)]),
    secrets: new Secrets(new Map(secretFiles.map(({ key }) => [key, config[key]]))),
  };
}

const serving = {
  // Any address: nobody is served without the gateway's signed word.
  HOST: z.string().min(1, 'must be an address or a name of this machine').default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  ...auditShape,
  GATEWAY_JWKS_FILE: jwksFileSchema("the gateway's public keys"),
  ...bundleKeys,
  ORGANIZATION_JWKS_FILE: z
    .string('set it to the file of the public keys that organisations sign grants with, a JWK set')
    .refine(
      isOrganizationJwks,
      'must be a file with a set of public Ed25519 JWKs, each with its kid and the id of its organization',
    ),
};

function databaseSchema<T extends z.ZodRawShape>(
  { name, secretFiles = [] }: Pick<Agency, 'name' | 'secretFiles'>,
  more: T,
) {
  const urlKey = urlKeyOf(name);
  return z
    .looseObject({
      SIMPUL_TODAY: z.iso.date('must be a day, for example 2026-06-15').optional(),
      NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
      LOG_LEVEL: logLevelSchema,
    })
    .extend(secretKeys(secretFiles))
    .extend(more)
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

function isOrganizationJwks(file: string): boolean {
  try {
    return readOrganizationKeys(file).size > 0;
  } catch {
    return false;
  }
}

function urlKeyOf(agency: string): string {
  return `DATABASE_URL_${databaseName(agency).toUpperCase()}`;
}

/** Their keys are known when the process starts and not to the compiler. */
function secretKeys(
  files: readonly SecretFile<unknown>[],
): object & { readonly [key: `${string}_KEYS_FILE`]: z.ZodType } {
  return Object.fromEntries(files.map((file) => [file.key, secretFileSchema(file)]));
}
