import { createHash } from 'node:crypto';
import { type Agency, filesToServe, prepareDatabase } from '@simpul/kit/agency/agency';
import { loadDemo } from '@simpul/kit/agency/demo';
import { openAgency } from '@simpul/kit/agency/serve';
import type { TlsIdentity } from '@simpul/kit/config/tls';
import { openClock } from '@simpul/kit/clock/clock';
import { type GrantSource, fixedGrants } from '@simpul/kit/policy/policy-source';
import { databaseName, roleUrls } from '@simpul/kit/database/roles';
import { type Log, openLog } from '@simpul/kit/log/log';
import { urlOfDatabase } from '@simpul/kit/postgres/address';
import { ensureDatabase, withClient } from '@simpul/kit/postgres/database';
import { Secrets } from '@simpul/kit/secrets/secret-file';
import { Client } from 'pg';
import { TEST_AUDIT } from './audit';
import { type As, GATEWAY_KEY, callerAs } from './gateway-key';
import { openGrants } from './open-grants';
import { cloneDatabase, templateName, testServerUrl } from './databases';

/** The day on which tests and the demonstration population stand. */
export const TODAY = '2026-06-15';

const PEOPLE_PER_BLOCK = 250;

/** An answer of a GraphQL server. */
export interface Reply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly [key: string]: unknown };
  }[];
  readonly extensions?: Record<string, unknown>;
}

/** One agency over a database of its own, served over HTTP as in production. */
export interface TestAgency {
  readonly origin: string;
  /** Administrator's URL of its database. */
  readonly databaseUrl: string;
  /** Asks as the gateway would, for the given caller. */
  ask(query: string, variables?: object, as?: As): Promise<Reply>;
  /** The gateway's word for one body, as `authorization`; `differently` makes it a wrong one. */
  authorize(body: string, differently?: WordOptions): string;
  /** Plain SQL as the administrator, past row-level security. */
  sql<T extends object>(statement: string, parameters?: unknown[]): Promise<T[]>;
  /** SQL as the role that serves requests, without the settings that tell row-level security who asks. */
  sqlAsApp<T extends object>(statement: string): Promise<T[]>;
  close(): Promise<void>;
}

/** What may be unusual about the gateway's word to an agency. */
export interface WordOptions {
  readonly as?: As;
  readonly audience?: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
}

/** What may differ from the ordinary agency. */
export interface TestAgencyOptions {
  readonly log?: Log;
  readonly tls?: TlsIdentity | undefined;
  /** The grants in force; ordinarily all of them, to those who ask in tests. */
  readonly grants?: GrantSource;
}

/** Opens an agency with its recorded facts and, if asked, blocks of the demonstration population. */
export async function openTestAgency(
  agency: Agency,
  demoBlocks = 0,
  { log = openLog(agency.name, 'silent'), tls, grants = fixedGrants(openGrants()) }: TestAgencyOptions = {},
): Promise<TestAgency> {
  const database = await cloneDatabase(await templateOf(agency, demoBlocks));
  const app = await openAgency(agency, {
    urls: roleUrls(database.url, agency.name, agency.ownRoles),
    clock: openClock(TODAY),
    gatewayKeys: GATEWAY_KEY,
    audit: TEST_AUDIT,
    secrets: testSecrets(agency),
    consentOrigin: 'ON_RECORD',
    ...{ grants, log, tls: tls ?? null },
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return {
    origin,
    databaseUrl: database.url,
    ask: (query, variables, as) => askAgency({ origin, name: agency.name, as }, query, variables),
    authorize: (body, { as, audience = agency.name, at } = {}) =>
      GATEWAY_KEY.signer(at === undefined ? undefined : () => at).authorize(audience, callerAs(as), body),
    sql: async <T extends object>(statement: string, parameters: unknown[] = []) =>
      (await client.query<T>(statement, parameters)).rows,
    sqlAsApp: <T extends object>(statement: string) =>
      withClient(
        roleUrls(database.url, agency.name).app,
        async (app) => (await app.query<T>(statement)).rows,
      ),
    close: async () => {
      await Promise.all([app.close(), client.end()]);
      await database.drop();
    },
  };
}

/** Asks a GraphQL server over HTTP. */
export function ask(
  origin: string,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  return post(origin, JSON.stringify({ query, variables }), headers);
}

/** Asks an agency as the gateway would. */
export function askAgency(
  { origin, name, as }: { readonly origin: string; readonly name: string; readonly as?: As | undefined },
  query: string,
  variables: object = {},
): Promise<Reply> {
  const body = JSON.stringify({ query, variables });
  return post(origin, body, { authorization: GATEWAY_KEY.signer().authorize(name, callerAs(as), body) });
}

async function post(origin: string, body: string, headers: Readonly<Record<string, string>>): Promise<Reply> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
  });
  return (await response.json()) as Reply;
}

/** The same in every process of a run: what one test file prepares, another one opens. */
export function testSecrets(agency: Agency): Secrets {
  return new Secrets(
    new Map(
      filesToServe(agency).map(({ key, parse, generate }) => {
        let position = 0;
        const bytes = (length: number): Buffer =>
          createHash('sha256')
            .update(`${agency.name} ${key} ${String((position += 1))}`)
            .digest()
            .subarray(0, length);
        return [key, parse(generate(bytes))];
      }),
    ),
  );
}

const TEMPLATE_LOCK = 73_120_911;

/** The name of a prepared database, made by whichever test file of the run needs it first. */
async function templateOf(agency: Agency, demoBlocks: number): Promise<string> {
  const name = templateName(`${databaseName(agency.name)}_${String(demoBlocks)}`);
  await withClient(testServerUrl(), async (gate) => {
    await gate.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await gate.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return;
    const making = `${name}_making`;
    // Whoever began it and failed may have stopped anywhere.
    await gate.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
    await ensureDatabase(testServerUrl(), making);
    const url = urlOfDatabase(testServerUrl(), making);
    if (demoBlocks > 0)
      await loadDemo(agency, url, demoBlocks * PEOPLE_PER_BLOCK, {
        secrets: testSecrets(agency),
        report: () => undefined,
      });
    else await prepareDatabase(agency, url);
    await gate.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
  });
  return name;
}
