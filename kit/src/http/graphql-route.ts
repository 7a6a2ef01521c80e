import type { IncomingHttpHeaders } from 'node:http';
import {
  type BaseContext,
  type GraphQLRequest as ServerRequest,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import { type GraphQLRequest, parametersOfBody, parametersOfUrl } from './graphql-parameters';
import { HttpFault } from './http-fault';
import { type ResponseType, assertJson, negotiate } from './media-type';
import { readBody, textOf } from './request-body';
import { duringRequest } from './request-id';

/** Where GraphQL is served. */
export const GRAPHQL_PATH = '/graphql';
const OTHER_METHODS = ['DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'PUT'];

/** A request of which only the headers are known. */
export interface Approach {
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  /** Every value of `authorization` that was sent: `headers` shows the first alone. */
  readonly authorizations: readonly string[];
  readonly url: string;
}

/** What a context is made of, before anything of the request is parsed. */
export interface Arrival extends Approach {
  /** The body, decompressed, byte for byte; empty for GET. */
  readonly body: Buffer;
  /** Address of the connection's other end. */
  readonly address: string;
}

/** A request as it is executed. */
export type Operation = GraphQLRequest & { readonly query: string };

/** A request that may run, and what its answer tells beside data and errors. */
export interface Admission {
  readonly operation: Operation;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What executes operations: an Apollo Server, or something before one. */
export interface OperationServer<TContext extends BaseContext> {
  executeOperation(
    request: ServerRequest,
    options: { readonly contextValue: TContext },
  ): Promise<GraphQLResponse>;
}

/** How a process answers GraphQL: agencies take POST only, the gateway also queries by GET. */
export interface GraphQLRoute<TContext extends BaseContext> {
  readonly server: OperationServer<TContext>;
  readonly methods: 'POST' | 'GET and POST';
  /** Throws what the request is refused for by its headers alone, before anything else of it is looked at. */
  readonly challenge?: (approach: Approach) => void | Promise<void>;
  /** Throws what the request is refused for. */
  readonly contextOf: (arrival: Arrival) => TContext | Promise<TContext>;
  /** Decides whether a request may run, before the server sees it; throws what it is refused for. */
  readonly admit?: (request: GraphQLRequest, context: TContext, arrival: Arrival) => Admission;
}

/**
 * Serves GraphQL over HTTP at `/graphql` as the specification of that name asks. An integration package would add
 * nothing but its own status codes and media types, which differ from the specification.
 */
export function addGraphQLRoute<TContext extends BaseContext>(
  app: FastifyInstance,
  route: GraphQLRoute<TContext>,
): void {
  const methods = route.methods === 'POST' ? ['POST'] : ['GET', 'POST'];
  app.route({
    method: methods,
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    handler: (request, reply) => answer(route, request, reply),
  });
  app.route({
    method: route.methods === 'POST' ? ['GET', ...OTHER_METHODS] : OTHER_METHODS,
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    handler: () => {
      throw new HttpFault('METHOD_NOT_ALLOWED', `Use ${methods.join(' or ')}.`, {
        allow: methods.join(', '),
      });
    },
  });
}

async function answer<TContext extends BaseContext>(
  { server, challenge, contextOf, admit = admitSentDocument }: GraphQLRoute<TContext>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const approach: Approach = {
    requestId: request.id,
    headers: request.headers,
    authorizations: request.raw.headersDistinct['authorization'] ?? [],
    url: request.raw.url ?? '',
  };
  await challenge?.(approach);
  const type = negotiate(request.headers.accept);
  const isGet = request.method === 'GET';
  if (!isGet) assertJson(request.headers['content-type']);
  const body = isGet ? Buffer.alloc(0) : await readBody(request.raw);
  const arrival = { ...approach, body, address: request.ip };
  const contextValue = await contextOf(arrival);
  const sent = isGet ? parametersOfUrl(request.raw.url ?? '') : parametersOfBody(textOf(body));
  const { operation, extensions } = admit(sent, contextValue, arrival);
  const response = await duringRequest(request.id, () =>
    // Headers stay outside: nothing below the edge may act on one that the edge has not read.
    server.executeOperation(
      { ...operation, http: { method: request.method, headers: new HeaderMap(), search: '', body: null } },
      { contextValue },
    ),
  );
  return send(reply, type, response, extensions);
}

/** Without a rule of its own, a process runs whatever document it is sent. */
function admitSentDocument({ query, documentId: _, ...others }: GraphQLRequest): Admission {
  if (query === undefined)
    throw new HttpFault('BAD_REQUEST', 'No operations are registered here; send the text of the query.');
  return { operation: { query, ...others }, extensions: {} };
}

function send(
  reply: FastifyReply,
  type: ResponseType,
  { body, http }: GraphQLResponse,
  extensions: Admission['extensions'],
): FastifyReply {
  if (body.kind !== 'single') throw new TypeError('incremental delivery is not served');
  for (const [name, value] of http.headers) void reply.header(name, value);
  return reply
    .code(statusOf(type, 'data' in body.singleResult, http.status ?? 200))
    .type(`${type}; charset=utf-8`)
    .serializer((text: string) => text)
    .send(JSON.stringify(withExtensions(body.singleResult, extensions)));
}

function withExtensions(
  result: FormattedExecutionResult,
  extensions: Admission['extensions'],
): FormattedExecutionResult {
  if (Object.keys(extensions).length === 0) return result;
  return { ...result, extensions: { ...result.extensions, ...extensions } };
}

/** In `application/json` a status other than 200 says that no GraphQL server answered, so a refused document gets 200. */
function statusOf(type: ResponseType, executed: boolean, status: number): number {
  if (executed) return 200;
  return type === 'application/json' && status === 400 ? 200 : status;
}
