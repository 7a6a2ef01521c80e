import type { IncomingHttpHeaders } from 'node:http';
import { type ApolloServer, type BaseContext, type GraphQLResponse, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLParameters, parametersOfBody, parametersOfUrl } from './graphql-parameters';
import { HttpFault } from './http-fault';
import { type ResponseType, assertJson, negotiate } from './media-type';
import { readBody } from './request-body';
import { duringRequest } from './request-id';

const PATH = '/graphql';
const OTHER_METHODS = ['DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'PUT'];

/** What a context is made of: the id of the request and what its sender says in headers. */
export interface Caller {
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
}

/** How a process answers GraphQL: agencies take POST only, the gateway also queries by GET. */
export interface GraphQLRoute<TContext extends BaseContext> {
  readonly server: ApolloServer<TContext>;
  readonly methods: 'POST' | 'GET and POST';
  readonly contextOf: (caller: Caller) => TContext;
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
    url: PATH,
    exposeHeadRoute: false,
    handler: (request, reply) => answer(route, request, reply),
  });
  app.route({
    method: route.methods === 'POST' ? ['GET', ...OTHER_METHODS] : OTHER_METHODS,
    url: PATH,
    exposeHeadRoute: false,
    handler: () => {
      throw new HttpFault('METHOD_NOT_ALLOWED', `Use ${methods.join(' or ')}.`, {
        allow: methods.join(', '),
      });
    },
  });
}

async function answer<TContext extends BaseContext>(
  { server, contextOf }: GraphQLRoute<TContext>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const type = negotiate(request.headers.accept);
  const { method, parameters } = await parametersOf(request);
  const contextValue = contextOf({ requestId: request.id, headers: request.headers });
  const response = await duringRequest(request.id, () =>
    // Headers stay outside: nothing below the edge may act on one that the edge has not read.
    server.executeOperation(
      { ...parameters, http: { method, headers: new HeaderMap(), search: '', body: null } },
      { contextValue },
    ),
  );
  return send(reply, type, response);
}

async function parametersOf(
  request: FastifyRequest,
): Promise<{ method: string; parameters: GraphQLParameters }> {
  if (request.method === 'GET') return { method: 'GET', parameters: parametersOfUrl(request.raw.url ?? '') };
  assertJson(request.headers['content-type']);
  return { method: 'POST', parameters: parametersOfBody(await readBody(request.raw)) };
}

function send(reply: FastifyReply, type: ResponseType, { body, http }: GraphQLResponse): FastifyReply {
  if (body.kind !== 'single') throw new TypeError('incremental delivery is not served');
  for (const [name, value] of http.headers) void reply.header(name, value);
  return reply
    .code(statusOf(type, 'data' in body.singleResult, http.status ?? 200))
    .type(`${type}; charset=utf-8`)
    .serializer((text: string) => text)
    .send(JSON.stringify(body.singleResult));
}

/** In `application/json` a status other than 200 says that no GraphQL server answered, so a refused document gets 200. */
function statusOf(type: ResponseType, executed: boolean, status: number): number {
  if (executed) return 200;
  return type === 'application/json' && status === 400 ? 200 : status;
}
