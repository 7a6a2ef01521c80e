import { randomUUID } from 'node:crypto';
import { openAgencyDatabase } from '@simpul/kit/agency/agency';
import { NOTHING_DISCLOSED } from '@simpul/kit/audit/nothing-disclosed';
import { dayInWib } from '@simpul/kit/clock/clock';
import { type RequestContext, openContext } from '@simpul/kit/context/context';
import { type RoleUrls, roleUrls } from '@simpul/kit/database/roles';
import { buildAgencySchema } from '@simpul/kit/graphql/agency-schema';
import { type Identity, anonymous } from '@simpul/kit/identity/identity';
import { closedPolicy } from '@simpul/kit/policy/policy';
import { openLog } from '@simpul/kit/log/log';
import { province } from '@simpul/province/agency';
import { type OrganizationSlug, organizationId } from '@simpul/schema/contract/ids';
import type { Role } from '@simpul/schema/contract/identity';
import { type GraphQLError, graphql } from 'graphql';
import { openTestAgency, testSecrets } from './agency';

/** The registry of agreements in one process, asked by whomever a test makes up, at whatever time. */
export interface Registry {
  /** Instant that the registry believes to be now; tests set it. */
  now: Date;
  readonly urls: RoleUrls;
  context(caller: Identity): RequestContext;
  ask(caller: Identity, document: string, variables?: object): Promise<RegistryReply>;
  sql<T extends object>(statement: string, parameters?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

export interface RegistryReply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
}

/** An account of an organisation. */
export function account(
  slug: OrganizationSlug,
  roles: readonly Role[] = ['HEAD'],
  name: string = slug,
): Identity {
  return {
    ...anonymous,
    subject: `account-${name}`,
    client: 'test',
    organization: organizationId(slug),
    roles,
  };
}

/** Opens the registry over a database of its own; it is noon in Serang on the demonstration's day. */
export async function openRegistry(demoBlocks = 0): Promise<Registry> {
  const agency = await openTestAgency(province, demoBlocks);
  const urls = roleUrls(agency.databaseUrl, province.name);
  const database = await openAgencyDatabase(province, urls);
  const { schema } = await buildAgencySchema(province.schema);
  const log = openLog('registry', 'silent');
  const secrets = testSecrets(province);
  const clock = { now: () => registry.now, today: () => dayInWib(registry.now) };
  const registry: Registry = {
    now: new Date('2026-06-15T12:00:00+07:00'),
    urls,
    context: (identity) =>
      openContext({
        ...{ identity, purpose: null, requestId: randomUUID(), clock, log, secrets, database },
        // The registry's records tell of nobody.
        ...{
          policy: closedPolicy,
          consents: { isFresh: () => false },
          disclosures: NOTHING_DISCLOSED,
        },
      }),
    ask: (caller, source, variables = {}) =>
      graphql({
        ...{ schema, source, contextValue: registry.context(caller) },
        variableValues: { ...variables },
      }),
    sql: (statement, parameters) => agency.sql(statement, parameters),
    close: async () => {
      await database.close();
      await agency.close();
    },
  };
  return registry;
}
