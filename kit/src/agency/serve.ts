import { setTimeout } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { Audit, type AuditSettings } from '../audit/audit';
import type { Clock } from '../clock/clock';
import type { TlsIdentity } from '../config/tls';
import { openContext } from '../context/context';
import type { AgencyDatabase, CallerSettings } from '../database/database';
import type { RoleUrls } from '../database/roles';
import { errorFormatter } from '../errors/format';
import { buildAgencySchema } from '../graphql/agency-schema';
import type { PlainRoute } from '../http/plain-route';
import { createService } from '../http/service';
import { GatewayDoor } from '../identity/gateway-door';
import type { VerificationKeys } from '../identity/gateway-keys';
import { callerIn } from '../identity/internal-token';
import { InternalTokenVerifier } from '../identity/internal-token-verifier';
import { ReplayMemory } from '../identity/replay-memory';
import type { Log } from '../log/log';
import type { SigningKey } from '../keys/signing-key';
import { type Agency, openAgencyDatabase } from './agency';
import { type AdmittedContext, mutationGuard } from './mutation-guard';
import { type PublicationParts, publicationRoute } from './publication';

/** What an agency needs from its surroundings to serve. */
export interface Surroundings {
  readonly urls: RoleUrls;
  readonly clock: Clock;
  readonly log: Log;
  /** What the gateway's word is verified with; nobody else is served. */
  readonly gatewayKeys: VerificationKeys;
  /** What vouches for the records of access, and who else keeps watch over them. */
  readonly audit: AuditSettings;
  readonly tls?: TlsIdentity | null;
  /** Signs what the agency publishes beside the graph; without it nothing is published. */
  readonly publicationKey?: SigningKey | undefined;
}

/** A caller who makes more mistakes than this mends these first. */
const MAX_ERRORS = 5;

/** Builds an agency's HTTP service over a prepared database. */
export async function openAgency(
  agency: Agency,
  { urls, clock, log, gatewayKeys, audit: settings, tls = null, publicationKey: key }: Surroundings,
): Promise<FastifyInstance> {
  const { schema } = await buildAgencySchema(agency.schema);
  const database = await openAgencyDatabase(agency, urls);
  const door = new GatewayDoor(new InternalTokenVerifier({ audience: agency.name, keys: gatewayKeys }), log);
  const server = createGraphQLServer(schema, log);
  await server.start();
  const audit = Audit.open({ agency: agency.name, urls, settings, log, tls });
  const { plain, posted } = audit.routes();
  return createService({
    ...{ log, tls, posted },
    graphql: {
      server: audit.before(server),
      methods: 'POST',
      challenge: door.challenge,
      contextOf: (arrival) => {
        const claims = door.enter(arrival);
        const { bundleVersion, ...caller } = callerIn(claims);
        const { requestId } = arrival;
        const disclosures = audit.disclosuresTo({ ...caller, requestId, bundleVersion, clock });
        const ctx = openContext({ ...caller, requestId, clock, log, database, disclosures });
        return Object.assign(ctx, { claims });
      },
    },
    plain: [...plain, ...publications(agency, { key, database, clock, log })],
    condition: () => audit.condition(),
    isReady: () => answers(database),
    close: async () => {
      await server.stop();
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

function publications(
  { publication }: Agency,
  { key, ...parts }: Omit<PublicationParts, 'key'> & { readonly key: SigningKey | undefined },
): PlainRoute[] {
  return publication && key ? [publicationRoute(publication, { key, ...parts })] : [];
}

const READY_WITHIN_MS = 1000;

/** Who asks when nobody does: the agency itself, whether its database is there. */
const PROBE: CallerSettings = {
  subject: 'probe',
  organization: null,
  office: null,
  purpose: null,
  requestId: 'probe',
};

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
