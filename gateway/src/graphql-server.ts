import { ApolloServer, type ApolloServerOptionsWithGateway, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { errorFormatter } from '@simpul/kit/errors/format';
import { AccessEntries } from '@simpul/kit/explanation/access-entries';
import type { Identity } from '@simpul/kit/identity/identity';
import type { Log } from '@simpul/kit/log/log';
import type { GrantSource } from '@simpul/kit/policy/policy-source';
import type { Purpose } from '@simpul/schema/contract/identity';
import { GraphQLError, OperationTypeNode, getVariableValues } from 'graphql';
import type { Engine } from './engine/engine';
import type { NumberGuard } from './identity-number/number-guard';
import { AnswerError } from './responses/answer-error';

/** What the gateway knows of a request. */
export interface GatewayContext extends BaseContext {
  readonly identity: Identity;
  readonly purpose: Purpose | null;
  readonly requestId: string;
  /** Whether the answer is to say why the caller sees what it sees. */
  readonly explains: boolean;
}

type GatewayPort = NonNullable<ApolloServerOptionsWithGateway<GatewayContext>['gateway']>;
type Executor = NonNullable<Awaited<ReturnType<GatewayPort['load']>>['executor']>;

/** Whoever has made more mistakes mends these first; looking for all of them is work for nothing. */
const MAX_ERRORS = 5;

/** What stands around the engine. */
interface ServerParts {
  readonly grants: GrantSource;
  /** Looks for population numbers in what comes and goes; null where nobody has any. */
  readonly guard: NumberGuard | null;
  readonly log: Log;
}

/** Puts an engine behind Apollo Server, which parses, validates and formats. */
export function createGraphQLServer(engine: Engine, parts: ServerParts): ApolloServer<GatewayContext> {
  const { log } = parts;
  const maskOthers = errorFormatter(log);
  return new ApolloServer<GatewayContext>({
    gateway: portOf(engine, parts),
    logger: log,
    // Whether a caller may introspect is decided at the edge.
    introspection: true,
    validationOptions: { maxErrors: MAX_ERRORS },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    formatError: (formatted, error) => {
      const told = error instanceof AnswerError ? formatted : maskOthers(formatted, error);
      return parts.guard?.error(told) ?? told;
    },
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

function portOf(engine: Engine, parts: ServerParts): GatewayPort {
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
      return Promise.resolve({ executor: executorOf(engine, parts) });
    },
    stop: () => engine.close(),
  };
}

function executorOf(engine: Engine, { grants, guard }: ServerParts): Executor {
  return async ({ document, operation, request, source, queryHash, context }) => {
    // Apollo Server asks for the execution even where it found no operation, and turns this error into the right one.
    if (!(operation as typeof operation | undefined))
      return { errors: [new GraphQLError('No such operation in the document.')] };
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) return { errors: [subscriptionsRefused()] };
    const { variables = {} } = request;
    const refusal = guard?.refusal({ document, operation, variables });
    if (refusal) return { errors: [refusal] };
    const { errors: variableErrors } = getVariableValues(
      engine.schema,
      operation.variableDefinitions ?? [],
      variables,
    );
    if (variableErrors) return { errors: variableErrors };
    const { identity, purpose, requestId, explains } = context as GatewayContext;
    const explanation = explains ? new AccessEntries() : null;
    const result = await engine.execute({
      document,
      operation,
      operationName: request.operationName,
      source,
      sourceHash: queryHash,
      variables,
      caller: { identity, purpose, bundleVersion: grants.current()?.version ?? null },
      requestId,
      explanation,
    });
    const { data, errors } = guard ? guard.answer({ document, operation, variables }, result) : result;
    return {
      data,
      ...(errors.length > 0 ? { errors } : {}),
      ...(explanation ? { extensions: { access: explanation.list() } } : {}),
    };
  };
}

function subscriptionsRefused(): GraphQLError {
  return new GraphQLError('Subscriptions are not served.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
}
