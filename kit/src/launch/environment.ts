import { createRequire } from 'node:module';
import type { SecretFile } from '../secrets/secret-file';
import { secretFileOf } from './agency-secrets';
import type { LauncherConfig } from './config';
import { type DevelopmentKeys, keysFor } from './development-keys';
import type { KeyFiles } from './gateway-keys';
import { type AgencyPrograms, keyOf } from './layout';

/** What every process of one agency is told; no agency learns where another's database or secrets are. */
export function agencyEnvironment(
  config: LauncherConfig,
  { name, secrets }: Pick<AgencyPrograms, 'name' | 'secrets'>,
  databaseUrl: string,
): NodeJS.ProcessEnv {
  return {
    ...config.inherited,
    ...(secrets === undefined ? {} : secretEnvironment(config, name, secrets)),
    [`DATABASE_URL_${keyOf(name)}`]: databaseUrl,
    SIMPUL_TODAY: config.today,
    LOG_LEVEL: config.logLevel,
  };
}

/** What whoever decides by data grants is told: where they are published, and by which keys they are taken. */
export function bundleEnvironment(url: string, keys: DevelopmentKeys): NodeJS.ProcessEnv {
  return { ACCESS_BUNDLE_URL: url, ...keysFor(['ACCESS_BUNDLE_JWKS_FILE'], keys) };
}

/** What the process of an agency that serves is told besides: whose word it takes. */
export function servingEnvironment(
  { publicKeys }: KeyFiles,
  bundleUrl: string,
  keys: DevelopmentKeys,
): NodeJS.ProcessEnv {
  return {
    GATEWAY_JWKS_FILE: publicKeys,
    ...bundleEnvironment(bundleUrl, keys),
    ...keysFor(['ORGANIZATION_JWKS_FILE'], keys),
  };
}

/** What is made for the gateway before it starts. */
export interface GatewayParts {
  readonly keys: KeyFiles;
  readonly issuer: string | undefined;
  /** As {@link bundleEnvironment} tells. */
  readonly bundle: NodeJS.ProcessEnv;
}

/** What the gateway is told: where the agencies are, how to sign what it asks them, whose word on callers it takes. */
export function gatewayEnvironment(
  config: LauncherConfig,
  origins: ReadonlyMap<string, string>,
  { keys, issuer, bundle }: GatewayParts,
): NodeJS.ProcessEnv {
  const subgraphs: NodeJS.ProcessEnv = {};
  for (const [agency, origin] of origins) subgraphs[`SUBGRAPH_URL_${keyOf(agency)}`] = `${origin}/graphql`;
  return {
    ...config.inherited,
    ...subgraphs,
    ...bundle,
    SIMPUL_TODAY: config.today,
    GATEWAY_KEY_FILE: keys.privateKey,
    ...(issuer === undefined ? {} : { OIDC_ISSUER: issuer }),
    LOG_LEVEL: config.logLevel,
  };
}

/** What the development issuer is told: where it keeps its keys, and from where people come to sign in. */
export function issuerEnvironment(config: LauncherConfig, gateway: string): NodeJS.ProcessEnv {
  const { port } = new URL(gateway);
  return {
    ...config.inherited,
    SIMPUL_DATA: config.dataFolder,
    EXPLORER_ORIGINS: [...new Set([gateway, `http://localhost:${port}`])].join(','),
    LOG_LEVEL: config.logLevel,
  };
}

/** The agency's files of secrets: those that the environment names, else files in the data folder, made when missing. */
function secretEnvironment(config: LauncherConfig, agency: string, module: string): NodeJS.ProcessEnv {
  const { secretFiles } = createRequire(__filename)(module) as {
    secretFiles: readonly SecretFile<unknown>[];
  };
  return Object.fromEntries(
    secretFiles.map((file) => [
      file.key,
      config.secretFiles[file.key] ?? secretFileOf(config.dataFolder, agency, file),
    ]),
  );
}
