import type { LauncherConfig } from './config';
import { keyOf } from './layout';

/** What one agency's processes are told; no agency learns where another's database is. */
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

/** What the gateway is told: where the agencies are, and nothing of their databases. */
export function gatewayEnvironment(
  config: LauncherConfig,
  origins: ReadonlyMap<string, string>,
): NodeJS.ProcessEnv {
  const subgraphs: NodeJS.ProcessEnv = {};
  for (const [agency, origin] of origins) subgraphs[`SUBGRAPH_URL_${keyOf(agency)}`] = `${origin}/graphql`;
  return {
    ...config.inherited,
    ...subgraphs,
    LOG_LEVEL: config.logLevel,
  };
}
