import { setTimeout } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock/clock';
import { type RequestContext, openContext } from '../context/context';
import type { AgencyDatabase } from '../database/database';
import type { RoleUrls } from '../database/roles';
import { errorFormatter } from '../errors/format';
import { buildAgencySchema } from '../graphql/agency-schema';
import type { PlainRoute } from '../http/plain-route';
import { createService } from '../http/service';
import { developmentIdentity } from '../identity/identity';
import type { Log } from '../log/log';
import type { SigningKey } from '../policy/signing-key';
import { type Agency, openAgencyDatabase } from './agency';
import { type PublicationParts, publicationRoute } from './publication';

/** What an agency needs from its surroundings to serve. */
export interface Surroundings {
  readonly urls: RoleUrls;
  readonly clock: Clock;
  readonly log: Log;
  /** Signs what the agency publishes beside the graph; without it nothing is published. */
  readonly publicationKey?: SigningKey | undefined;
}

/** Builds an agency's HTTP service over a prepared database. */
export async function openAgency(
  agency: Agency,
  { urls, clock, log, publicationKey: key }: Surroundings,
): Promise<FastifyInstance> {
  const { schema } = await buildAgencySchema(agency.schema);
  const database = await openAgencyDatabase(agency, urls);
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: errorFormatter(log),
    persistedQueries: false,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  return createService({
    log,
    graphql: {
      server,
      methods: 'POST',
      contextOf: ({ requestId }) =>
        openContext({ identity: developmentIdentity, purpose: null, requestId, clock, log, database }),
    },
    plain: publications(agency, { key, database, clock, log }),
    isReady: () => answers(database),
    close: async () => {
      await server.stop();
      await database.close();
    },
  });
}

function publications(
  { publication }: Agency,
  { key, ...parts }: Omit<PublicationParts, 'key'> & { readonly key: SigningKey | undefined },
): PlainRoute[] {
  return publication && key ? [publicationRoute(publication, { key, ...parts })] : [];
}

const READY_WITHIN_MS = 1000;

/** Whether the database answers soon enough: one that is busy with something slow is not ready for more. */
async function answers(database: AgencyDatabase): Promise<boolean> {
  const caller = { ...developmentIdentity, purpose: null, requestId: 'ready' };
  const patience = new AbortController();
  const late = setTimeout(READY_WITHIN_MS, false, { signal: patience.signal, ref: false });
  const answered = database
    .read(caller, (db) => db.query('SELECT 1'))
    .then(
      () => true,
      () => false,
    );
  const ready = await Promise.race([answered, late]);
  if (ready) patience.abort();
  return ready;
}
