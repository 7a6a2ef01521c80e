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

/** What the gateway is told: where the agencies are, how to sign what it asks them, and nothing of their databases. */
export function gatewayEnvironment(
  config: LauncherConfig,
  origins: ReadonlyMap<string, string>,
  { privateKey }: KeyFiles,
): NodeJS.ProcessEnv {
  const subgraphs: NodeJS.ProcessEnv = {};
  for (const [agency, origin] of origins) subgraphs[`SUBGRAPH_URL_${keyOf(agency)}`] = `${origin}/graphql`;
  return {
    ...config.inherited,
    ...subgraphs,
    GATEWAY_KEY_FILE: privateKey,
    LOG_LEVEL: config.logLevel,
  };
}
