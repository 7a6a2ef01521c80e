import { createRequire } from 'node:module';
import path from 'node:path';
import { type SecretFile, ensureSecretFile } from '../secrets/secret-file';
import type { LauncherConfig } from './config';
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

/** What the process of an agency that serves is told besides: whose word it takes. */
export function servingEnvironment({ publicKeys }: KeyFiles): NodeJS.ProcessEnv {
  return { GATEWAY_JWKS_FILE: publicKeys };
}

/** What the gateway is told: where the agencies are, how to sign what it asks them, whose word on callers it takes. */
export function gatewayEnvironment(
  config: LauncherConfig,
  origins: ReadonlyMap<string, string>,
  { keys, issuer }: { readonly keys: KeyFiles; readonly issuer: string | undefined },
): NodeJS.ProcessEnv {
  const subgraphs: NodeJS.ProcessEnv = {};
  for (const [agency, origin] of origins) subgraphs[`SUBGRAPH_URL_${keyOf(agency)}`] = `${origin}/graphql`;
  return {
    ...config.inherited,
    ...subgraphs,
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
  const folder = path.join(config.dataFolder, 'secrets', agency);
  return Object.fromEntries(
    secretFiles.map((file) => [file.key, config.secretFiles[file.key] ?? ensureSecretFile(folder, file)]),
  );
}
