import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyServerOptions } from 'fastify';

/** How long a service waits for its callers, in milliseconds. */
export interface Patience {
  /** For the headers of a request, counted from the connection or from the end of the answer before. */
  readonly headersMs: number;
  /** For a whole request, headers and body. */
  readonly requestMs: number;
  /** For anything at all on a connection on which no answer is being made. */
  readonly idleMs: number;
  /** How often the first two are looked at. */
  readonly checkEveryMs: number;
}

/** What Node waits by itself, minutes, lets a few slow connections hold every socket of a process. */
export const PATIENCE: Patience = { headersMs: 5000, requestMs: 8000, idleMs: 10_000, checkEveryMs: 1000 };

/** Largest request line and headers together. */
const HEADER_LIMIT = 16_384;

/** The part of fastify's options that bounds how long it waits. */
export function serviceLimits({
  requestMs,
  idleMs,
}: Patience): Pick<FastifyServerOptions, 'requestTimeout' | 'connectionTimeout' | 'keepAliveTimeout'> {
  return { requestTimeout: requestMs, connectionTimeout: idleMs, keepAliveTimeout: idleMs };
}

/** The part of Node's options that bounds how long and how much a server reads, over TLS or not. */
export function serverLimits({ headersMs, checkEveryMs }: Patience): ServerOptions {
  return {
    headersTimeout: headersMs,
    connectionsCheckingInterval: checkEveryMs,
    maxHeaderSize: HEADER_LIMIT,
  };
}

/** The newest answer of each connection. */
const answers = new WeakMap<Socket, ServerResponse>();

/** Whether an answer is due on the connection: what else is sent now would be taken for it, or for a part of it. */
export function isAnswering(socket: Socket): boolean {
  const answer = answers.get(socket);
  return answer !== undefined && !answer.writableEnded && (answer.headersSent || answer.req.complete);
}

/**
 * Closes connections that lie idle, but none whose answer is still being made: that takes as long as it takes. A caller
 * who does not fetch an answer that is there is idle again.
 */
export function closeIdleConnections(server: Server): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answers.set(request.socket, response);
  });
  server.on('timeout', (socket: Socket) => {
    const answer = answers.get(socket);
    const isBeingMade = answer !== undefined && answer.req.complete && !answer.headersSent;
    if (!isBeingMade) socket.destroy();
  });
}
