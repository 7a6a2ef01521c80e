import type { ServerOptions } from 'node:https';
import type { BaseContext } from '@apollo/server';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import type { TlsIdentity } from '../config/tls';
import type { Log } from '../log/log';
import { refuseMalformed } from './client-fault';
import { type GraphQLRoute, addGraphQLRoute } from './graphql-route';
import { HttpFault } from './http-fault';
import { PATIENCE, type Patience, closeIdleConnections, serverLimits, serviceLimits } from './patience';
import { type PlainRoute, type PostedRoute, addPlainRoute, addPostedRoute } from './plain-route';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id';

/** What a process serves over HTTP. */
export interface Service<TContext extends BaseContext> {
  readonly log: Log;
  /** With it the process serves https, to clients with a certificate of that authority only. */
  readonly tls?: TlsIdentity | null;
  readonly graphql: GraphQLRoute<TContext>;
  /** What is served beside it. */
  readonly plain?: readonly PlainRoute[];
  /** What is taken beside it. */
  readonly posted?: readonly PostedRoute[];
  /** Whether requests can be answered now; asked by `/health/ready`. */
  readonly isReady: () => boolean | Promise<boolean>;
  /** What `/health/ready` tells besides: of states that stop nothing. */
  readonly condition?: () => object;
  /** Gives back what the process holds, after the last answer has left. */
  readonly close: () => Promise<void>;
  readonly patience?: Patience;
}

/** Builds the HTTP server of a process: GraphQL, health, request ids, and one exit for every fault. */
export function createService<TContext extends BaseContext>(service: Service<TContext>): FastifyInstance {
  const patience = service.patience ?? PATIENCE;
  const app = fastify({
    // A request line would put documents and variables of GET requests into the log.
    logger: false,
    genReqId: (request) => requestIdOf(request.headers),
    clientErrorHandler: refuseMalformed,
    ...serviceLimits(patience),
    ...(service.tls
      ? { https: { ...mutualTls(service.tls), ...serverLimits(patience) } }
      : { http: serverLimits(patience) }),
  });
  closeIdleConnections(app.server);
  app.removeAllContentTypeParsers();
  // Bodies are read by the GraphQL route, whose limit counts decompressed bytes.
  app.addContentTypeParser('*', (_request, _payload, done) => {
    done(null);
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      [REQUEST_ID_HEADER]: request.id,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    done();
  });
  app.setNotFoundHandler(() => {
    throw new HttpFault('NOT_FOUND', 'Nothing is served at this address.');
  });
  app.setErrorHandler((error: Error, request, reply) => sendFault(service.log, error, request.id, reply));
  app.addHook('onClose', () => service.close());
  addHealth(app, service);
  addGraphQLRoute(app, service.graphql);
  for (const route of service.plain ?? []) addPlainRoute(app, route);
  for (const route of service.posted ?? []) addPostedRoute(app, route);
  return app;
}

function mutualTls({ cert, key, ca }: TlsIdentity): ServerOptions {
  return { cert, key, ca, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' };
}

function addHealth<TContext extends BaseContext>(
  app: FastifyInstance,
  { isReady, condition = () => ({}) }: Service<TContext>,
): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', ...condition() });
  });
}

function sendFault(
  log: Log,
  error: Error | FastifyError,
  requestId: string,
  reply: FastifyReply,
): FastifyReply {
  const fault = error instanceof HttpFault ? error : faultOfFastify(error);
  if (fault) {
    const extensions = { code: fault.code, requestId };
    return reply
      .code(fault.status)
      .headers(fault.headers)
      .send({ errors: [{ message: fault.message, extensions }] });
  }
  // The message of an unknown error may quote values of a person; where it was thrown is enough to find it.
  log.error({ requestId, cause: { class: error.name, at: framesOf(error) } }, 'request failed');
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId };
  return reply.code(500).send({ errors: [{ message: 'Something went wrong on our side.', extensions }] });
}

function faultOfFastify(error: Error | FastifyError): HttpFault | null {
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === undefined || status < 400 || status >= 500) return null;
  if (status === 415)
    return new HttpFault('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json in UTF-8.');
  return new HttpFault('BAD_REQUEST', 'The HTTP request is malformed.');
}

function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((line) => line.startsWith('    at '));
}
