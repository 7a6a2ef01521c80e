import { createService } from '@simpul/kit/http/service';
import type { Arrival } from '@simpul/kit/http/graphql-route';
import type { Log } from '@simpul/kit/log/log';
import type { FastifyInstance } from 'fastify';
import type { Rule } from './access/rule';
import { withholding } from './access/withholding';
import { loadReferenceEngine } from './engine/reference/reference-engine';
import { addExplorer } from './explorer/explorer-route';
import type { SignIn } from './explorer/sign-in-script';
import { type GatewayContext, createGraphQLServer } from './graphql-server';
import type { Identify } from './identity/identify';
import { purposeOf } from './identity/purpose';
import { SubgraphClient } from './subgraph/subgraph-client';
import type { Supergraph } from './supergraph/supergraph';

/** What a gateway serves and from where. */
export interface GatewayParts {
  readonly supergraph: Supergraph;
  /** The address of every subgraph, by its name in the supergraph. */
  readonly urls: ReadonlyMap<string, string>;
  readonly deadlineMs: number;
  readonly questions: readonly string[];
  /** Tells who sent a request, or throws what it is refused for. */
  readonly identify: Identify;
  /** Decides what of the graph a caller may use. */
  readonly rule: Rule;
  /** How people sign in to the explorer; null where nobody is identified. */
  readonly signIn: SignIn | null;
  readonly log: Log;
}

/** Builds a gateway that is ready to listen. */
export async function createGateway({
  supergraph,
  urls,
  deadlineMs,
  questions,
  identify,
  rule,
  signIn,
  log,
}: GatewayParts): Promise<FastifyInstance> {
  const clients = new Map([...urls].map(([name, url]) => [name, new SubgraphClient({ url, deadlineMs })]));
  const engine = withholding(rule, await loadReferenceEngine({ supergraph, clients, log }));
  const server = createGraphQLServer(engine, log);
  await server.start();
  const app = createService({
    log,
    graphql: { server, methods: 'GET and POST', contextOf: (arrival) => contextOf(arrival, identify) },
    // Agencies that are down cost their own fields only, so the gateway is ready without them.
    isReady: () => true,
    close: async () => {
      await server.stop();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  });
  addExplorer(app, { questions, signIn });
  return app;
}

async function contextOf(arrival: Arrival, identify: Identify): Promise<GatewayContext> {
  const { requestId } = arrival;
  const identity = await identify(arrival);
  const purpose = purposeOf(arrival);
  const forwarded = { 'x-request-id': requestId, ...(purpose === null ? {} : { 'x-purpose': purpose }) };
  return { identity, purpose, requestId, forwarded };
}
