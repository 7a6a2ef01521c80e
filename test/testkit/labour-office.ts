import { randomUUID } from 'node:crypto';
import { openAgencyDatabase } from '@simpul/kit/agency/agency';
import { AwaitedRecords } from '@simpul/kit/audit/awaited-records';
import { RequestDisclosures } from '@simpul/kit/audit/request-disclosures';
import { dayInWib } from '@simpul/kit/clock/clock';
import { type RequestContext, openContext } from '@simpul/kit/context/context';
import type { AgencyDatabase } from '@simpul/kit/database/database';
import { type RoleUrls, roleUrls } from '@simpul/kit/database/roles';
import { buildAgencySchema } from '@simpul/kit/graphql/agency-schema';
import { type Identity, anonymous } from '@simpul/kit/identity/identity';
import { openLog } from '@simpul/kit/log/log';
import { PolicySource, fixedGrants } from '@simpul/kit/policy/policy-source';
import { laborOffice } from '@simpul/labor-office/agency';
import type { BundleGrant } from '@simpul/schema/contract/bundle';
import { type OrganizationSlug, organizationId } from '@simpul/schema/contract/ids';
import type { Purpose } from '@simpul/schema/contract/identity';
import { keepersOf } from '@simpul/schema/contract/keepers';
import { type GraphQLError, graphql } from 'graphql';
import { openTestAgency, testSecrets } from './agency';
import { TEST_AUDIT } from './audit';

/** The labour offices in one process, asked by whomever a test makes up, at whatever time. */
export interface LabourOffice {
  /** Instant that the agency believes to be now; tests set it. */
  now: Date;
  readonly urls: RoleUrls;
  readonly database: AgencyDatabase;
  /** `isFresh`: whether it is known who has withdrawn a consent. */
  context(caller: Asker, isFresh?: boolean): RequestContext;
  ask(caller: Asker, document: string, variables: object): Promise<OfficeReply>;
  /** Somebody who is registered at an office. */
  register(office: OrganizationSlug): Promise<string>;
  sql<T extends object>(statement: string, parameters?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** Who asks, and for what. */
export interface Asker {
  readonly identity: Identity;
  readonly purpose: Purpose | null;
}

export interface OfficeReply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
}

/** An officer of a labour office. */
export function officer(slug: OrganizationSlug, role: 'CASEWORKER' | 'HEAD' = 'CASEWORKER'): Asker {
  const who = {
    subject: `${role}-${slug}`,
    client: 'test',
    organization: organizationId(slug),
    roles: [role],
  };
  return { identity: { ...anonymous, ...who }, purpose: 'PLACEMENT' };
}

/** A person who asks about himself. */
export function citizen(person: string): Asker {
  const who = { subject: `citizen-${person}`, client: 'test', person, roles: ['CITIZEN'] as const };
  return { identity: { ...anonymous, ...who }, purpose: 'SUBJECT_ACCESS' };
}

/** A grant by which one organisation reads about the people of another, to place them. */
export function grantToRead(provider: OrganizationSlug, recipient: OrganizationSlug): BundleGrant {
  return {
    ...{ id: randomUUID(), version: 1, agreement: randomUUID(), clause: null },
    ...{ provider: organizationId(provider), recipient: organizationId(recipient) },
    ...{
      categories: ['IDENTITY', 'HISTORY'],
      purposes: ['PLACEMENT'],
      regions: [],
      onlyUnderAgreement: false,
    },
    ...{
      fields: [],
      legalBasis: 'PUBLIC_TASK',
      validFrom: '2026-01-01',
      validTo: null,
      countersignatures: [],
    },
  };
}

/** Opens the labour offices over a database of their own, under some grants; it is noon in Serang on the demonstration's day. */
export async function openLabourOffice(grants: readonly BundleGrant[] = []): Promise<LabourOffice> {
  const agency = await openTestAgency(laborOffice);
  const urls = roleUrls(agency.databaseUrl, laborOffice.name, laborOffice.ownRoles);
  const database = await openAgencyDatabase(laborOffice, urls);
  const { schema } = await buildAgencySchema(laborOffice.schema);
  const policies = new PolicySource(keepersOf(laborOffice.name), fixedGrants({ version: 1, grants }));
  const context = (caller: Asker, isFresh = true): RequestContext => {
    const policy = policies.current();
    const { bundleVersion } = policy;
    const clock = { now: () => office.now, today: () => dayInWib(office.now) };
    const who = { ...caller, requestId: randomUUID(), clock };
    return openContext({
      ...{ ...who, policy, log: openLog('labour-office', 'silent'), database },
      consents: { isFresh: () => isFresh },
      disclosures: new RequestDisclosures({
        ...who,
        bundleVersion,
        keys: TEST_AUDIT.keys,
        awaited: new AwaitedRecords(),
      }),
      secrets: testSecrets(laborOffice),
    });
  };
  const office: LabourOffice = {
    now: new Date('2026-06-15T12:00:00+07:00'),
    urls,
    database,
    context,
    ask: (caller, source, variables) =>
      graphql({ schema, source, contextValue: context(caller), variableValues: { ...variables } }),
    register: async (slug) => {
      const id = randomUUID();
      await agency.sql(
        `INSERT INTO person (id, office_id, stage, stage_since, siapkerja, office_count, demo)
         VALUES ($1, $2, 'REGISTERED', '2026-05-01', false, 1, true)`,
        [id, randomUUID()],
      );
      await agency.sql(
        `INSERT INTO disclosure_basis (person_id, keeper_id, organization_id, kind, valid_from, demo)
         VALUES ($1, $2, $2, 'REGISTRATION', '2026-05-01', true)`,
        [id, organizationId(slug)],
      );
      return id;
    },
    sql: (statement, parameters) => agency.sql(statement, parameters),
    close: async () => {
      await database.close();
      await agency.close();
    },
  };
  return office;
}
