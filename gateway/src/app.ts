import { createService } from '@simpul/kit/http/service';
import { type Arrival, GRAPHQL_PATH } from '@simpul/kit/http/graphql-route';
import { HttpFault } from '@simpul/kit/http/http-fault';
import type { TlsIdentity } from '@simpul/kit/config/tls';
import type { Identity } from '@simpul/kit/identity/identity';
import type { InternalTokenSigner } from '@simpul/kit/identity/internal-token-signer';
import type { Log } from '@simpul/kit/log/log';
import { PURPOSES, type Purpose } from '@simpul/schema/contract/identity';
import type { FastifyInstance } from 'fastify';
import { loadReferenceEngine } from './engine/reference/reference-engine';
import { addCors } from './edge/cors';
import { Edge } from './edge/edge';
import type { EdgePolicy } from './edge/edge-policy';
import type { RegisteredOperations } from './edge/registered-operations';
import { addExplorer } from './explorer/explorer-route';
import { type GatewayContext, createGraphQLServer } from './graphql-server';
import { SubgraphClient } from './subgraph/subgraph-client';
import { withholding } from './supergraph/restricted';
import type { Supergraph } from './supergraph/supergraph';

/** What a gateway serves and from where. */
export interface GatewayParts {
  readonly supergraph: Supergraph;
  /** The address of every subgraph, by its name in the supergraph. */
  readonly urls: ReadonlyMap<string, string>;
  readonly deadlineMs: number;
  readonly questions: readonly string[];
  /** Who sends a request; throws where its credential is bad. */
  readonly identify: (arrival: Arrival) => Promise<Identity>;
  readonly edge: EdgePolicy;
  readonly registered: RegisteredOperations;
  /** Origins whose pages may call the graph. */
  readonly corsOrigins: ReadonlySet<string>;
  readonly log: Log;
  /** Signs what agencies are asked; null before foreign subgraphs, which know no such tokens. */
  readonly signer: InternalTokenSigner | null;
  readonly tls?: TlsIdentity | null;
}

/** Builds a gateway that is ready to listen. */
export async function createGateway(parts: GatewayParts): Promise<FastifyInstance> {
  const { supergraph, urls, deadlineMs, questions, log, identify, registered, signer, tls = null } = parts;
  const clients = new Map(
    [...urls].map(([name, url]) => [name, new SubgraphClient({ name, url, deadlineMs, signer, tls })]),
  );
  const engine = withholding(supergraph.restricted, await loadReferenceEngine({ supergraph, clients, log }));
  const edge = new Edge({
    policy: parts.edge,
    registered,
    schema: engine.schema,
    supergraphSdl: supergraph.sdl,
  });
  const server = createGraphQLServer(engine, log);
  await server.start();
  const app = createService({
    log,
    graphql: {
      server,
      methods: 'GET and POST',
      contextOf: contextBy(identify),
      admit: (request, { identity }, { address }) => edge.admit(request, { identity, address }),
    },
    // Agencies that are down cost their own fields only, so the gateway is ready without them.
    isReady: () => true,
    close: async () => {
      await server.stop();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  });
  addCors(app, GRAPHQL_PATH, parts.corsOrigins);
  addExplorer(app, questions);
  return app;
}

function contextBy(identify: GatewayParts['identify']): (arrival: Arrival) => Promise<GatewayContext> {
  return async (arrival) => ({
    identity: await identify(arrival),
    purpose: purposeIn(arrival.headers['x-purpose']),
    requestId: arrival.requestId,
  });
}

function purposeIn(given: string | string[] | undefined): Purpose | null {
  if (given === undefined) return null;
  const purpose = PURPOSES.find((known) => known === given);
  if (!purpose) throw new HttpFault('BAD_REQUEST', `x-purpose must be one of ${PURPOSES.join(', ')}.`);
  return purpose;
}
