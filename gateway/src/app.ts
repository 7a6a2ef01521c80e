import { createService } from '@simpul/kit/http/service';
import type { Arrival } from '@simpul/kit/http/graphql-route';
import { HttpFault } from '@simpul/kit/http/http-fault';
import type { Log } from '@simpul/kit/log/log';
import type { FastifyInstance } from 'fastify';
import { loadReferenceEngine } from './engine/reference/reference-engine';
import { addExplorer } from './explorer/explorer-route';
import { type GatewayContext, createGraphQLServer } from './graphql-server';
import { NumberGuard } from './identity-number/number-guard';
import { SubgraphClient } from './subgraph/subgraph-client';
import { withholding } from './supergraph/restricted';
import type { Supergraph } from './supergraph/supergraph';

const PURPOSE = /^[A-Z_]{1,64}$/;

/** What a gateway serves and from where. */
export interface GatewayParts {
  readonly supergraph: Supergraph;
  /** The address of every subgraph, by its name in the supergraph. */
  readonly urls: ReadonlyMap<string, string>;
  readonly deadlineMs: number;
  readonly questions: readonly string[];
  /** Whether population numbers are kept out of what passes; not of graphs that are not ours. */
  readonly guardsNumbers: boolean;
  readonly log: Log;
}

/** Builds a gateway that is ready to listen. */
export async function createGateway({
  supergraph,
  urls,
  deadlineMs,
  questions,
  guardsNumbers,
  log,
}: GatewayParts): Promise<FastifyInstance> {
  const clients = new Map([...urls].map(([name, url]) => [name, new SubgraphClient({ url, deadlineMs })]));
  const engine = withholding(supergraph.restricted, await loadReferenceEngine({ supergraph, clients, log }));
  const server = createGraphQLServer(engine, log, guardsNumbers ? new NumberGuard(engine.schema) : null);
  await server.start();
  const app = createService({
    log,
    graphql: { server, methods: 'GET and POST', contextOf },
    // Agencies that are down cost their own fields only, so the gateway is ready without them.
    isReady: () => true,
    close: async () => {
      await server.stop();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  });
  addExplorer(app, questions);
  return app;
}

function contextOf({ requestId, headers }: Arrival): GatewayContext {
  const purpose = headers['x-purpose'];
  if (purpose === undefined) return { forwarded: { 'x-request-id': requestId } };
  if (typeof purpose !== 'string' || !PURPOSE.test(purpose)) {
    throw new HttpFault('BAD_REQUEST', 'x-purpose must be one purpose in capital letters, e.g. PLACEMENT.');
  }
  return { forwarded: { 'x-request-id': requestId, 'x-purpose': purpose } };
}
