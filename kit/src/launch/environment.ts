import type { LauncherConfig } from './config';
import type { KeyFiles } from './gateway-keys';
import { keyOf } from './layout';

/** What every process of one agency is told; no agency learns where another's database is. */
export function agencyEnvironment(
  config: LauncherConfig,
  agency: string,
  databaseUrl: string,
): NodeJS.ProcessEnv {
  return {
    ...config.inherited,
    [`DATABASE_URL_${keyOf(agency)}`]: databaseUrl,
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
