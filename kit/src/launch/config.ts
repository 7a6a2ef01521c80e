import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { parseConfig } from '../config/config';
import {
  DATABASE_FORM,
  REGARDLESS,
  deadlineSchema,
  isDatabaseUrl,
  logLevelSchema,
  questionsSchema,
  refuseUnknownKeys,
} from '../config/keys';
import { oidcKeys } from '../config/oidc-keys';
import { hostSchema } from '../http/listen';
import { keyOf } from './layout';

/** Configuration of the launcher: `npm start` and `npm run demo`. */
export interface LauncherConfig {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** A server to use instead of our own, and databases to use instead of those we would make. */
  readonly databaseUrl: string | undefined;
  readonly databaseUrls: ReadonlyMap<string, string>;
  readonly binFolder: string | undefined;
  readonly searchPath: string | undefined;
  readonly today: string;
  readonly logLevel: string;
  /** The issuer to trust instead of the development issuer, which is then not started. */
  readonly oidcIssuer: string | undefined;
  /** Whether npm started this process, and not a person who may want it to outlive the terminal. */
  readonly isUnderNpm: boolean;
  /** Files of secrets that the environment names, each for the agencies that have such a file. */
  readonly secretFiles: NodeJS.ProcessEnv;
  /** What child processes inherit: everything but keys about the house, which each gets for itself alone. */
  readonly inherited: NodeJS.ProcessEnv;
}

const DATABASE_KEY = 'DATABASE_URL_';
const ABOUT_THE_HOUSE =
  /^(SIMPUL_|ACCESS_BUNDLE_|AUDIT_|ORGANIZATION_(KEYS|JWKS)_|CONSENTS_|DATABASE_URL|GATEWAY_|TLS_|SUBGRAPH_(URL_|CERT_|KEY_|CA_)|PORT$|LOG_LEVEL$|NODE_ENV$|npm_)/;

const SECRET_FILE = /_KEYS_FILE$/;

/** The day on which the demonstration population lives. */
const DEMO_TODAY = '2026-06-15';

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}

function schemaFor(agencies: readonly string[]) {
  const known = agencies.map((name) => DATABASE_KEY + keyOf(name));
  return z
    .looseObject({
      HOST: hostSchema,
      PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
      DATABASE_URL: z.string().refine(isDatabaseUrl, DATABASE_FORM).optional(),
      SIMPUL_DATA: z.string().min(1, 'must be a folder').optional(),
      SIMPUL_POSTGRES_BIN: z.string().min(1, 'must be a folder with initdb and postgres').optional(),
      SIMPUL_TODAY: z.iso.date('must be a day, for example 2026-06-15').default(DEMO_TODAY),
      LOG_LEVEL: logLevelSchema,
      // Read by the processes; checked here too, before anything is loaded.
      SUBGRAPH_DEADLINE_MS: deadlineSchema,
      SUPERGRAPH: z.string().refine(isFile, 'must be a file that is there').optional(),
      QUESTIONS: questionsSchema,
      ...oidcKeys,
      OIDC_ISSUER: oidcKeys.OIDC_ISSUER.optional(),
      XDG_DATA_HOME: z.string().optional(),
      PATH: z.string().optional(),
      npm_lifecycle_event: z.string().optional(),
    })
    .superRefine(refuseUnknownKeys, REGARDLESS)
    .superRefine((env, context) => {
      for (const [key, url] of Object.entries(env)) {
        if (!key.startsWith(DATABASE_KEY)) continue;
        const message = known.includes(key) ? DATABASE_FORM : `unknown agency; known are ${known.join(', ')}`;
        if (!known.includes(key) || !isDatabaseUrl(url))
          context.addIssue({ code: 'custom', path: [key], message });
      }
    }, REGARDLESS);
}

/** Reads the launcher's configuration; throws one error that names every bad key when it is not usable. */
export function readLauncherConfig(
  agencies: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): LauncherConfig {
  const read = parseConfig(schemaFor(agencies), env);
  return {
    host: read.HOST,
    port: read.PORT,
    dataFolder: dataFolderOf(read),
    databaseUrl: read.DATABASE_URL,
    databaseUrls: new Map(
      agencies.flatMap((name) => {
        const url = read[DATABASE_KEY + keyOf(name)];
        return isDatabaseUrl(url) ? [[name, url]] : [];
      }),
    ),
    binFolder: read.SIMPUL_POSTGRES_BIN,
    searchPath: read.PATH,
    today: read.SIMPUL_TODAY,
    logLevel: read.LOG_LEVEL,
    oidcIssuer: read.OIDC_ISSUER,
    isUnderNpm: read.npm_lifecycle_event !== undefined,
    secretFiles: entriesOf(env, (key) => SECRET_FILE.test(key)),
    inherited: entriesOf(env, (key) => !ABOUT_THE_HOUSE.test(key) && !SECRET_FILE.test(key)),
  };
}

/** The folder of the gateway's keys. */
export function keyFolder({ dataFolder }: LauncherConfig): string {
  return path.join(dataFolder, 'keys');
}

const dataFolderSchema = z.looseObject({
  SIMPUL_DATA: z.string().min(1, 'must be a folder').optional(),
  XDG_DATA_HOME: z.string().optional(),
});

/** The data folder of the house alone, for commands that need nothing else of its configuration. */
export function readDataFolder(env: NodeJS.ProcessEnv = process.env): string {
  return dataFolderOf(parseConfig(dataFolderSchema, env));
}

function dataFolderOf({ SIMPUL_DATA, XDG_DATA_HOME }: z.output<typeof dataFolderSchema>): string {
  return path.resolve(SIMPUL_DATA ?? defaultDataFolder(XDG_DATA_HOME));
}

function entriesOf(env: NodeJS.ProcessEnv, wanted: (key: string) => boolean): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([key]) => wanted(key)));
}

/** Root has no home that the server's account could enter. A relative XDG_DATA_HOME is to be ignored, says its specification. */
function defaultDataFolder(xdgDataHome: string | undefined): string {
  if (process.getuid?.() === 0) return '/var/lib/simpul';
  const home =
    xdgDataHome && path.isAbsolute(xdgDataHome) ? xdgDataHome : path.join(homedir(), '.local', 'share');
  return path.join(home, 'simpul');
}
