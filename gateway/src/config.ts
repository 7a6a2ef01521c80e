import { resolve } from 'node:path';
import { parseConfig } from '@simpul/kit/config/config';
import {
  REGARDLESS,
  deadlineSchema,
  logLevelSchema,
  questionsSchema,
  refuseUnknownKeys,
} from '@simpul/kit/config/keys';
import { bundleKeys } from '@simpul/kit/config/bundle-keys';
import { type TlsIdentity, readTls, tlsProblems } from '@simpul/kit/config/tls';
import { type SigningKey, readSigningKey } from '@simpul/kit/keys/signing-key';
import { type ClaimMap, oidcKeys } from '@simpul/kit/config/oidc-keys';
import { hostSchema } from '@simpul/kit/http/listen';
import { z } from 'zod';

const HOUSE = resolve(__dirname, '../..');
const URL_KEY = 'SUBGRAPH_URL_';

const supergraphSchema = z.object({
  SUPERGRAPH: z.string().default(resolve(HOUSE, 'schema/supergraph.graphql')),
});

const originsSchema = z
  .string()
  .default('')
  .transform((list) => list.split(',').flatMap((origin) => origin.trim() || []))
  .refine(
    (origins) => origins.every(isOrigin),
    'must be origins such as https://example.go.id, with commas between them',
  );

/** Whose word on callers is taken. */
export interface OidcConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly claims: ClaimMap;
}

/** Configuration of the gateway's process. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  /** The address of each subgraph that was asked for, by its name. */
  readonly urls: ReadonlyMap<string, string>;
  readonly questionsFolder: string;
  readonly deadlineMs: number;
  /** What the gateway signs its requests to agencies with; null when it asks none of ours. */
  readonly signingKey: SigningKey | null;
  /** With it the gateway shows a certificate to agencies, and trusts those of that authority only. */
  readonly tls: TlsIdentity | null;
  /** Where the bundle of grants is and by which keys it is taken; null when no agency of ours is asked. */
  readonly bundle: { readonly url: string; readonly keysFile: string } | null;
  readonly today: string | undefined;
  readonly logLevel: string;
  readonly publicOperations: 'registered' | 'any';
  readonly corsOrigins: ReadonlySet<string>;
  /** Undefined when nobody is to be identified. */
  readonly oidc: OidcConfig | undefined;
}

const TLS_KEYS = { cert: 'SUBGRAPH_CERT_FILE', key: 'SUBGRAPH_KEY_FILE', ca: 'SUBGRAPH_CA_FILE' };

/** Where the supergraph is: read before everything else, since it says which addresses the configuration must have. */
export function supergraphFile(
  commandLine: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv = process.env,
): string {
  return parseConfig(supergraphSchema, { ...env, ...commandLine }).SUPERGRAPH;
}

/**
 * Reads the gateway's configuration from the environment, of which the command line replaces some keys. It must name the
 * address of every subgraph, and of no other; `undefined` when the addresses are not to come from here.
 */
export function gatewayConfig(
  commandLine: Readonly<Record<string, string>>,
  subgraphs: readonly string[] | undefined,
  env: NodeJS.ProcessEnv = process.env,
): GatewayConfig {
  const given = { ...env, ...commandLine };
  const config = parseConfig(schemaFor(subgraphs), given);
  return {
    host: config.HOST,
    port: config.PORT,
    urls: new Map((subgraphs ?? []).map((name) => [name, String(config[keyOf(name)])])),
    questionsFolder: config.QUESTIONS ?? resolve(HOUSE, 'test/journeys/questions'),
    deadlineMs: config.SUBGRAPH_DEADLINE_MS,
    signingKey: subgraphs ? readSigningKey(String(config['GATEWAY_KEY_FILE'])) : null,
    tls: readTls(config, TLS_KEYS),
    bundle: subgraphs
      ? { url: String(config['ACCESS_BUNDLE_URL']), keysFile: String(config['ACCESS_BUNDLE_JWKS_FILE']) }
      : null,
    today: config.SIMPUL_TODAY,
    logLevel: config.LOG_LEVEL,
    publicOperations: config.PUBLIC_OPERATIONS ?? (config.NODE_ENV === 'production' ? 'registered' : 'any'),
    corsOrigins: new Set(config.CORS_ORIGINS),
    oidc:
      subgraphs === undefined || config.OIDC_ISSUER === undefined
        ? undefined
        : { issuer: config.OIDC_ISSUER, audience: config.OIDC_AUDIENCE, claims: config.OIDC_CLAIMS },
  };
}

function schemaFor(subgraphs: readonly string[] | undefined) {
  const schema = z
    .looseObject({
      HOST: hostSchema,
      PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
      QUESTIONS: questionsSchema,
      SUBGRAPH_DEADLINE_MS: deadlineSchema,
      LOG_LEVEL: logLevelSchema,
      ...oidcKeys,
      OIDC_ISSUER: oidcKeys.OIDC_ISSUER.optional(),
      NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
      PUBLIC_OPERATIONS: z.enum(['registered', 'any']).optional(),
      CORS_ORIGINS: originsSchema,
      SIMPUL_TODAY: z.iso.date('must be a day, for example 2026-06-15').optional(),
    })
    .superRefine(refuseUnknownKeys, REGARDLESS)
    .superRefine(checkTls, REGARDLESS)
    .superRefine(checkDay, REGARDLESS);
  if (subgraphs === undefined) return schema;
  return schema
    .superRefine(requireAddresses(subgraphs), REGARDLESS)
    .superRefine(requireSigningKey, REGARDLESS)
    .superRefine(requireBundle, REGARDLESS)
    .superRefine(requireIssuer, REGARDLESS);
}

function checkTls(env: Record<string, unknown>, context: z.RefinementCtx): void {
  for (const [key, message] of tlsProblems(env, TLS_KEYS))
    context.addIssue({ code: 'custom', path: [key], message });
}

/** Grants begin and end on days, and no day but the real one does for real people. */
function checkDay({ NODE_ENV, SIMPUL_TODAY }: Record<string, unknown>, context: z.RefinementCtx): void {
  if (NODE_ENV !== 'production' || SIMPUL_TODAY === undefined) return;
  const message = 'the clock can be set in development only';
  context.addIssue({ code: 'custom', path: ['SIMPUL_TODAY'], message });
}

/** Without the grants everything that crosses between agencies would be withheld, and nobody would know why. */
function requireBundle(env: Record<string, unknown>, context: z.RefinementCtx): void {
  for (const [key, schema] of Object.entries(bundleKeys)) {
    const read = schema.safeParse(env[key]);
    for (const { message } of read.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [key], message });
  }
}

/** Without an issuer nobody could be told from anybody. */
function requireIssuer(env: Record<string, unknown>, context: z.RefinementCtx): void {
  if (env['OIDC_ISSUER'] !== undefined) return;
  const message = 'must be the URL of an OpenID Connect issuer';
  context.addIssue({ code: 'custom', path: ['OIDC_ISSUER'], message });
}

function requireSigningKey(env: Record<string, unknown>, context: z.RefinementCtx): void {
  const { GATEWAY_KEY_FILE: file } = env;
  const refuse = (message: string): void => {
    context.addIssue({ code: 'custom', path: ['GATEWAY_KEY_FILE'], message });
  };
  if (typeof file !== 'string') {
    refuse("set it to the file of the gateway's private key, whose public half the agencies have");
    return;
  }
  try {
    readSigningKey(file);
  } catch {
    refuse('must be a file with a private Ed25519 key, as a JWK or in PEM');
  }
}

function requireAddresses(subgraphs: readonly string[]) {
  const known = subgraphs.map(keyOf);
  return (env: Record<string, unknown>, context: z.RefinementCtx): void => {
    const refuse = (key: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [key], message });
    };
    // With certificates configured a plain address would send everything unencrypted, and nobody would notice.
    const isSecured = env[TLS_KEYS.ca] !== undefined;
    const url = z.url({ protocol: isSecured ? /^https$/ : /^https?$/ });
    for (const key of known)
      if (!url.safeParse(env[key]).success)
        refuse(key, isSecured ? `must be an https URL with ${TLS_KEYS.ca}` : 'must be an http or https URL');
    for (const key of Object.keys(env)) {
      if (!key.startsWith(URL_KEY) || known.includes(key)) continue;
      refuse(key, `the supergraph has no such subgraph; its addresses are ${known.join(', ')}`);
    }
  };
}

/** Keeps @apollo/gateway from reporting to its vendor, which it does unless this is set before it is constructed. */
export function refuseVendorTelemetry(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** The key of a subgraph's address: `labor-office` has `SUBGRAPH_URL_LABOR_OFFICE`. */
function keyOf(subgraph: string): string {
  return URL_KEY + subgraph.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
}
