import { setTimeout } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { keepersOf } from '@simpul/schema/contract/keepers';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { Audit, type AuditSettings } from '../audit/audit';
import type { Clock } from '../clock/clock';
import type { TlsIdentity } from '../config/tls';
import { openContext } from '../context/context';
import { type AgencyDatabase, ownWork } from '../database/database';
import type { RoleUrls } from '../database/roles';
import { errorFormatter } from '../errors/format';
import { explained, explanationFor } from '../explanation/explained-server';
import { buildAgencySchema } from '../graphql/agency-schema';
import type { PlainRoute } from '../http/plain-route';
import { createService } from '../http/service';
import { GatewayDoor } from '../identity/gateway-door';
import type { VerificationKeys } from '../identity/gateway-keys';
import { callerIn } from '../identity/internal-token';
import { InternalTokenVerifier } from '../identity/internal-token-verifier';
import { ReplayMemory } from '../identity/replay-memory';
import type { Log } from '../log/log';
import { type GrantSource, PolicySource } from '../policy/policy-source';
import type { Secrets } from '../secrets/secret-file';
import { type Agency, openAgencyDatabase } from './agency';
import { type AdmittedContext, mutationGuard } from './mutation-guard';
import { type ConsentOrigin, hearConsents } from './consents';
import { feedRoute } from './feed';
import { type PublicationParts, publicationRoute } from './publication';
import type { PublicationKeys } from './publication-config';

/** What an agency needs from its surroundings to serve. */
export interface Surroundings {
  readonly urls: RoleUrls;
  readonly clock: Clock;
  readonly log: Log;
  /** What the gateway's word is verified with; nobody else is served. */
  readonly gatewayKeys: VerificationKeys;
  /** The data grants that open its people to others; closed with the service. */
  readonly grants: GrantSource;
  readonly secrets: Secrets;
  /** What vouches for the records of access, and who else keeps watch over them. */
  readonly audit: AuditSettings;
  readonly tls?: TlsIdentity | null;
  /** What is published beside the graph goes with these; without them nothing is. */
  readonly publicationKeys?: PublicationKeys | undefined;
  /** Where consents are heard of that are given elsewhere; without it no grant that rests on one opens anything. */
  readonly consentOrigin?: ConsentOrigin | undefined;
}

/** A caller who makes more mistakes than this mends these first. */
const MAX_ERRORS = 5;

/** Builds an agency's HTTP service over a prepared database. */
export async function openAgency(agency: Agency, surroundings: Surroundings): Promise<FastifyInstance> {
  const { urls, clock, log, gatewayKeys, grants, secrets, tls = null } = surroundings;
  const { schema } = await buildAgencySchema(agency.schema);
  const database = await openAgencyDatabase(agency, urls);
  const door = new GatewayDoor(new InternalTokenVerifier({ audience: agency.name, keys: gatewayKeys }), log);
  const policies = new PolicySource(keepersOf(agency.name), grants);
  const server = createGraphQLServer(schema, log);
  await server.start();
  const consents = hearConsents(agency, surroundings.consentOrigin, { database, log });
  const audit = Audit.open({ agency: agency.name, urls, settings: surroundings.audit, log, tls });
  const { plain, posted } = audit.routes();
  return createService({
    ...{ log, tls, posted },
    graphql: {
      server: explained(audit.before(server)),
      methods: 'POST',
      challenge: door.challenge,
      contextOf: async (arrival) => {
        const claims = door.enter(arrival);
        const { identity, purpose, bundleVersion } = callerIn(claims);
        const policy = await policies.atLeast(bundleVersion);
        const caller = { identity, purpose, requestId: arrival.requestId, clock };
        const disclosures = audit.disclosuresTo({ ...caller, bundleVersion: policy.bundleVersion });
        const ctx = openContext({ ...caller, policy, consents, disclosures, log, secrets, database });
        return Object.assign(ctx, { claims }, explanationFor(arrival, agency.name, ctx));
      },
    },
    plain: [...plain, ...published(agency, surroundings.publicationKeys, { database, clock, log, secrets })],
    condition: () => audit.condition(),
    isReady: () => answers(database),
    close: async () => {
      grants.close();
      await Promise.all([server.stop(), consents.stop()]);
      await audit.close();
      await database.close();
    },
  });
}

/** Parses, validates and executes; formats every error by the one exit. */
function createGraphQLServer(schema: GraphQLSchema, log: Log): ApolloServer<AdmittedContext> {
  return new ApolloServer<AdmittedContext>({
    schema,
    introspection: true,
    validationOptions: { maxErrors: MAX_ERRORS },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: errorFormatter(log),
    persistedQueries: false,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      mutationGuard(new ReplayMemory()),
    ],
  });
}

/** The routes of all that has its keys. */
function published(
  { publications = [], feeds = [] }: Agency,
  keys: PublicationKeys | undefined,
  parts: Omit<PublicationParts, 'key'>,
): PlainRoute[] {
  return [
    ...publications.flatMap((publication) => {
      const key = keys?.signing.get(publication.keyFile);
      return key ? [publicationRoute(publication, { key, ...parts })] : [];
    }),
    ...feeds.flatMap((feed) => {
      const [key, readers] = [keys?.signing.get(feed.keyFile), keys?.readers.get(feed.readersFile)];
      return key && readers ? [feedRoute(feed, { key, readers, database: parts.database })] : [];
    }),
  ];
}

const READY_WITHIN_MS = 1000;

/** Who asks when nobody does: the agency itself, whether its database is there. */
const PROBE = ownWork('probe');

/** Whether the database answers soon enough: one that is busy with something slow is not ready for more. */
async function answers(database: AgencyDatabase): Promise<boolean> {
  const patience = new AbortController();
  const late = setTimeout(READY_WITHIN_MS, false, { signal: patience.signal, ref: false });
  const answered = database
    .read(PROBE, (db) => db.query('SELECT 1'))
    .then(
      () => true,
      () => false,
    );
  const ready = await Promise.race([answered, late]);
  if (ready) patience.abort();
  return ready;
}
