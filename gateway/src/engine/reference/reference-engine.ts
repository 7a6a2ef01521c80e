import { ApolloGateway } from '@apollo/gateway';
import type { Log } from '@simpul/kit/log/log';
import { type GraphQLSchema, buildSchema } from 'graphql';
import { refuseVendorTelemetry } from '../../config';
import type { SubgraphClient } from '../../subgraph/subgraph-client';
import type { Supergraph } from '../../supergraph/supergraph';
import type { Engine, EngineRequest, EngineResult } from '../engine';
import { AnswerRecord, type CompletionFault } from './answer-record';
import { type ExecutionContext, SubgraphSource } from './subgraph-source';

type RequestContext = Parameters<ApolloGateway['executor']>[0];

/** What the executor reads of the context that Apollo Server would make; nothing else is there. */
type ReadByExecutor = Pick<
  RequestContext,
  'request' | 'document' | 'queryHash' | 'operationName' | 'metrics' | 'logger' | 'context'
>;

/** What an engine is made of. */
export interface EngineParts {
  readonly supergraph: Supergraph;
  readonly clients: ReadonlyMap<string, SubgraphClient>;
  readonly log: Log;
}

/** The engine that plans and executes with @apollo/gateway. */
export async function loadReferenceEngine({ supergraph, clients, log }: EngineParts): Promise<Engine> {
  refuseVendorTelemetry();
  const fullSchema = buildSchema(supergraph.sdl, { assumeValidSDL: true });
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph.sdl,
    logger: log,
    // Both would follow NODE_ENV otherwise: a plan tells a caller how the agencies are divided.
    __exposeQueryPlanExperimental: false,
    validateSupergraph: true,
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
    buildService: ({ name }) => {
      const client = clients.get(name);
      if (!client) throw new TypeError(`no address for the subgraph ${name}`);
      return new SubgraphSource(name, client, fullSchema, log);
    },
  });
  const schema = await load(gateway);
  return {
    schema,
    supergraphSdl: supergraph.sdl,
    execute: (request) => execute(gateway, request, log),
    close: () => gateway.stop(),
  };
}

async function load(gateway: ApolloGateway): Promise<GraphQLSchema> {
  const loaded = new Promise<GraphQLSchema>((resolve) => {
    gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
      resolve(apiSchema);
    });
  });
  await gateway.load();
  return loaded;
}

async function execute(gateway: ApolloGateway, request: EngineRequest, log: Log): Promise<EngineResult> {
  const record = new AnswerRecord();
  const context: ExecutionContext = {
    record,
    caller: request.caller,
    requestId: request.requestId,
    explanation: request.explanation,
  };
  const requestContext: ReadByExecutor = {
    request: {
      query: request.source,
      variables: { ...request.variables },
      ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
    },
    document: request.document,
    queryHash: request.sourceHash,
    operationName: request.operation.name?.value ?? null,
    metrics: {},
    logger: log,
    context,
  };
  const { data, errors = [], extensions } = await gateway.executor(requestContext as RequestContext);
  if (data === undefined) throw errors[0] ?? new TypeError('the engine answered nothing');
  return { data, errors: [...record.errors(completionFaults(extensions)), ...errors] };
}

/** Findings that the engine puts where no client looks: an answer with a null that nobody explains is a wrong answer. */
function completionFaults(extensions: Record<string, unknown> | undefined): readonly CompletionFault[] {
  const found = extensions?.['valueCompletion'];
  return Array.isArray(found) ? (found as CompletionFault[]) : [];
}
