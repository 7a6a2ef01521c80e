import { randomBytes } from 'node:crypto';
import { type Agency, prepareDatabase } from '@simpul/kit/agency/agency';
import { openAgency } from '@simpul/kit/agency/serve';
import { type AuditSettings } from '@simpul/kit/audit/audit';
import { openClock } from '@simpul/kit/clock/clock';
import { databaseName, type RoleUrls } from '@simpul/kit/database/roles';
import { type Log, openLog } from '@simpul/kit/log/log';
import { urlOfDatabase } from '@simpul/kit/postgres/address';
import { ensureDatabase } from '@simpul/kit/postgres/database';
import { fixedGrants } from '@simpul/kit/policy/policy-source';
import { Client } from 'pg';
import { type Reply, TODAY, askAgency, testSecrets } from './agency';
import { TEST_AUDIT } from './audit';
import { testServerUrl } from './databases';
import { type As, GATEWAY_KEY } from './gateway-key';

/** An empty database of one agency, with its roles and tables. */
export interface EmptyDatabase {
  readonly url: string;
  readonly urls: RoleUrls;
  /** Plain SQL as the administrator. */
  sql<T extends object>(statement: string, parameters?: unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

/** Makes a database for an agency. */
export async function emptyDatabase(agency: Agency): Promise<EmptyDatabase> {
  const name = `${databaseName(agency.name)}_${randomBytes(4).toString('hex')}`;
  await ensureDatabase(testServerUrl(), name);
  const url = urlOfDatabase(testServerUrl(), name);
  const urls = await prepareDatabase(agency, url);
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    url,
    urls,
    sql: async <T extends object>(statement: string, parameters: unknown[] = []) =>
      (await client.query<T>(statement, parameters)).rows,
    drop: async () => {
      await client.end();
      const server = new Client({ connectionString: testServerUrl() });
      await server.connect();
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.end();
    },
  };
}

/** An agency that serves over such a database. */
export interface AuditedHouse {
  readonly origin: string;
  ask(query: string, as?: As): Promise<Reply>;
  health(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** Serves an agency. */
export async function serveHouse(
  agency: Agency,
  { urls }: EmptyDatabase,
  { audit = TEST_AUDIT, log = openLog(agency.name, 'silent') }: { audit?: AuditSettings; log?: Log } = {},
): Promise<AuditedHouse> {
  const app = await openAgency(agency, {
    ...{ urls, audit, log, gatewayKeys: GATEWAY_KEY, clock: openClock(TODAY) },
    ...{ grants: fixedGrants(null), secrets: testSecrets(agency) },
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    origin,
    ask: (query, as) => askAgency({ origin, name: agency.name, as }, query),
    health: async () => (await (await fetch(`${origin}/health/ready`)).json()) as Record<string, unknown>,
    close: () => app.close(),
  };
}
