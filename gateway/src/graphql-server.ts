import { ApolloServer, type ApolloServerOptionsWithGateway, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { errorFormatter } from '@simpul/kit/errors/format';
import type { Identity } from '@simpul/kit/identity/identity';
import type { Log } from '@simpul/kit/log/log';
import type { GrantSource } from '@simpul/kit/policy/policy-source';
import type { Purpose } from '@simpul/schema/contract/identity';
import { GraphQLError, OperationTypeNode, getVariableValues } from 'graphql';
import type { Engine } from './engine/engine';
import { AnswerError } from './responses/answer-error';

/** What the gateway knows of a request. */
export interface GatewayContext extends BaseContext {
  readonly identity: Identity;
  readonly purpose: Purpose | null;
  readonly requestId: string;
}

type GatewayPort = NonNullable<ApolloServerOptionsWithGateway<GatewayContext>['gateway']>;
type Executor = NonNullable<Awaited<ReturnType<GatewayPort['load']>>['executor']>;

/** Whoever has made more mistakes mends these first; looking for all of them is work for nothing. */
const MAX_ERRORS = 5;

/** Puts an engine behind Apollo Server, which parses, validates and formats. */
export function createGraphQLServer(
  engine: Engine,
  grants: GrantSource,
  log: Log,
): ApolloServer<GatewayContext> {
  const maskOthers = errorFormatter(log);
  return new ApolloServer<GatewayContext>({
    gateway: portOf(engine, grants),
    logger: log,
    // Whether a caller may introspect is decided at the edge.
    introspection: true,
    validationOptions: { maxErrors: MAX_ERRORS },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    formatError: (formatted, error) =>
      error instanceof AnswerError ? formatted : maskOthers(formatted, error),
    // Several of them would report to their vendor or put hints into answers as soon as an environment key is set.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

function portOf(engine: Engine, grants: GrantSource): GatewayPort {
  const listeners: Parameters<GatewayPort['onSchemaLoadOrUpdate']>[0][] = [];
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.push(listener);
      return () => undefined;
    },
    async load() {
      for (const listener of listeners) {
        listener({ apiSchema: engine.schema, coreSupergraphSdl: engine.supergraphSdl });
      }
      return Promise.resolve({ executor: executorOf(engine, grants) });
    },
    stop: () => engine.close(),
  };
}

function executorOf(engine: Engine, grants: GrantSource): Executor {
  return async ({ document, operation, request, source, queryHash, context }) => {
    // Apollo Server asks for the execution even where it found no operation, and turns this error into the right one.
    if (!(operation as typeof operation | undefined))
      return { errors: [new GraphQLError('No such operation in the document.')] };
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) return { errors: [subscriptionsRefused()] };
    const { variables = {} } = request;
    const { errors: variableErrors } = getVariableValues(
      engine.schema,
      operation.variableDefinitions ?? [],
      variables,
    );
    if (variableErrors) return { errors: variableErrors };
    const { identity, purpose, requestId } = context as GatewayContext;
    const { data, errors } = await engine.execute({
      document,
      operation,
      operationName: request.operationName,
      source,
      sourceHash: queryHash,
      variables,
      caller: { identity, purpose, bundleVersion: grants.current()?.version ?? null },
      requestId,
    });
    return { data, ...(errors.length > 0 ? { errors } : {}) };
  };
}

function subscriptionsRefused(): GraphQLError {
  return new GraphQLError('Subscriptions are not served.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
}
