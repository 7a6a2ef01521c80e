import { resolve } from 'node:path';
import { parseConfig, refuseUnknownKeys } from '@simpul/kit/config/config';
import { hostSchema } from '@simpul/kit/http/listen';
import { z } from 'zod';

const HOUSE = resolve(__dirname, '../..');
const URL_KEY = 'SUBGRAPH_URL_';

const configSchema = z
  .looseObject({
    HOST: hostSchema,
    PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
    SUPERGRAPH: z.string().default(resolve(HOUSE, 'schema/supergraph.graphql')),
    QUESTIONS: z.string().default(resolve(HOUSE, 'test/journeys/questions')),
    SUBGRAPH_DEADLINE_MS: z.coerce.number().int().min(1).max(600_000).default(5000),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .superRefine(refuseUnknownKeys([]), { when: () => true });

/** Configuration of the gateway's process. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly supergraphFile: string;
  readonly questionsFolder: string;
  readonly deadlineMs: number;
  readonly logLevel: string;
}

/** Reads the gateway's configuration from the environment, of which the command line replaces some keys. */
export function gatewayConfig(commandLine: Readonly<Record<string, string>>): GatewayConfig {
  const config = parseConfig(configSchema, { ...process.env, ...commandLine });
  return {
    host: config.HOST,
    port: config.PORT,
    supergraphFile: config.SUPERGRAPH,
    questionsFolder: config.QUESTIONS,
    deadlineMs: config.SUBGRAPH_DEADLINE_MS,
    logLevel: config.LOG_LEVEL,
  };
}

/** Reads the address of every subgraph from `SUBGRAPH_URL_<NAME>`; refuses addresses of subgraphs that are not there. */
export function subgraphUrls(
  subgraphs: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): ReadonlyMap<string, string> {
  const keys = new Map(subgraphs.map((name) => [keyOf(name), name]));
  const url = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });
  const schema = z.strictObject(Object.fromEntries([...keys.keys()].map((key) => [key, url])), {
    error: ({ code, keys: unknownKeys }) =>
      code === 'unrecognized_keys' ? `the supergraph has no subgraph for ${String(unknownKeys)}` : undefined,
  });
  const given = Object.fromEntries(Object.entries(env).filter(([key]) => key.startsWith(URL_KEY)));
  const urls = parseConfig(schema, given);
  return new Map([...keys].map(([key, name]) => [name, urls[key] ?? '']));
}

/** Keeps @apollo/gateway from reporting to its vendor, which it does unless this is set before it is constructed. */
export function refuseVendorTelemetry(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
}

/** The key of a subgraph's address: `labor-office` has `SUBGRAPH_URL_LABOR_OFFICE`. */
function keyOf(subgraph: string): string {
  return URL_KEY + subgraph.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
}
