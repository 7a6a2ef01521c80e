import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { HttpFault } from './http-fault';
import { isAnswering } from './patience';
import { REQUEST_ID_HEADER } from './request-id';

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what was never a request to the HTTP server in the form of every other fault, and closes the connection. */
export function refuseMalformed(error: Error & { readonly code?: unknown }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable && !isAnswering(socket)) socket.write(answerTo(faultOf(error.code)));
  socket.destroySoon();
}

function faultOf(code: unknown): HttpFault {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new HttpFault('REQUEST_TIMEOUT', 'The request did not arrive in time.');
  if (code === 'HPE_HEADER_OVERFLOW')
    return new HttpFault(
      'HEADERS_TOO_LARGE',
      'The address and headers are too large; send the query by POST.',
    );
  return new HttpFault('BAD_REQUEST', 'The HTTP request is malformed.');
}

function answerTo({ code, message, status }: HttpFault): string {
  const requestId = randomUUID();
  const body = JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] });
  return [
    `HTTP/1.1 ${status.toString()} ${REASONS[status] ?? ''}`,
    'connection: close',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body).toString()}`,
    `${REQUEST_ID_HEADER}: ${requestId}`,
    '',
    body,
  ].join('\r\n');
}
