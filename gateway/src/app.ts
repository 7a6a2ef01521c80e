import { asksExplanation } from '@simpul/kit/explanation/explain-header';
import { createService } from '@simpul/kit/http/service';
import { type Arrival, GRAPHQL_PATH } from '@simpul/kit/http/graphql-route';
import type { TlsIdentity } from '@simpul/kit/config/tls';
import type { InternalTokenSigner } from '@simpul/kit/identity/internal-token-signer';
import type { Log } from '@simpul/kit/log/log';
import type { GrantSource } from '@simpul/kit/policy/policy-source';
import type { FastifyInstance } from 'fastify';
import type { Rule } from './access/rule';
import { withholding } from './access/withholding';
import { loadReferenceEngine } from './engine/reference/reference-engine';
import { addCors } from './edge/cors';
import { Edge } from './edge/edge';
import type { EdgePolicy } from './edge/edge-policy';
import type { RegisteredOperations } from './edge/registered-operations';
import { addExplorer } from './explorer/explorer-route';
import type { SignIn } from './explorer/sign-in-script';
import { type GatewayContext, createGraphQLServer } from './graphql-server';
import type { Identify } from './identity/identify';
import { purposeOf } from './identity/purpose';
import { NumberGuard } from './identity-number/number-guard';
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
  /** The data grants that the rule goes by; closed with the gateway. */
  readonly grants: GrantSource;
  /** How people sign in to the explorer; null where nobody is identified. */
  readonly signIn: SignIn | null;
  readonly edge: EdgePolicy;
  readonly registered: RegisteredOperations;
  /** Origins whose pages may call the graph. */
  readonly corsOrigins: ReadonlySet<string>;
  /** Whether population numbers are kept out of what passes; not of graphs that are not ours. */
  readonly guardsNumbers: boolean;
  readonly log: Log;
  /** Signs what agencies are asked; null before foreign subgraphs, which know no such tokens. */
  readonly signer: InternalTokenSigner | null;
  readonly tls?: TlsIdentity | null;
}

/** Builds a gateway that is ready to listen. */
export async function createGateway(parts: GatewayParts): Promise<FastifyInstance> {
  const { supergraph, urls, deadlineMs, log, identify, registered, signer, tls = null } = parts;
  const clients = new Map(
    [...urls].map(([name, url]) => [name, new SubgraphClient({ name, url, deadlineMs, signer, tls })]),
  );
  const engine = withholding(parts.rule, await loadReferenceEngine({ supergraph, clients, log }));
  const edge = new Edge({
    policy: parts.edge,
    registered,
    schema: engine.schema,
    supergraphSdl: supergraph.sdl,
  });
  const server = createGraphQLServer(engine, {
    grants: parts.grants,
    guard: parts.guardsNumbers ? new NumberGuard(engine.schema) : null,
    log,
  });
  await server.start();
  const app = createService({
    log,
    graphql: {
      server,
      methods: 'GET and POST',
      contextOf: (arrival) => contextOf(arrival, identify),
      admit: (request, { identity }, { address }) => edge.admit(request, { identity, address }),
    },
    // Agencies that are down cost their own fields only, so the gateway is ready without them.
    isReady: () => true,
    close: async () => {
      parts.grants.close();
      await server.stop();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  });
  addCors(app, GRAPHQL_PATH, parts.corsOrigins);
  addExplorer(app, parts);
  return app;
}

async function contextOf(arrival: Arrival, identify: Identify): Promise<GatewayContext> {
  const identity = await identify(arrival);
  return {
    ...{ identity, purpose: purposeOf(arrival), requestId: arrival.requestId },
    explains: asksExplanation(arrival),
  };
}
