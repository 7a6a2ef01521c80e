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
import { createService } from '../http/service';
import { type Identity, developmentIdentity } from '../identity/identity';
import type { Log } from '../log/log';
import type { Secrets } from '../secrets/secret-file';
import { type Agency, openAgencyDatabase } from './agency';

/** What an agency needs from its surroundings to serve. */
export interface Surroundings {
  readonly urls: RoleUrls;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  /** Who asks, until callers say so themselves. */
  readonly identity?: Identity;
}

/** Builds an agency's HTTP service over a prepared database. */
export async function openAgency(
  agency: Agency,
  { urls, clock, log, secrets, identity = developmentIdentity }: Surroundings,
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
        openContext({
          purpose: null,
          ...{ identity, requestId, clock, log, database, secrets },
        }),
    },
    isReady: () => answers(database),
    close: async () => {
      await server.stop();
      await database.close();
    },
  });
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
