import { createRequire } from 'node:module';
import path from 'node:path';
import { type SecretFile, ensureSecretFile } from '../secrets/secret-file';
import type { LauncherConfig } from './config';
import { type AgencyPrograms, keyOf } from './layout';

/** What one agency's processes are told; no agency learns where another's database or secrets are. */
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
