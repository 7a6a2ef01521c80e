import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Header that carries the id of a request from the first door to the last log line. */
export const REQUEST_ID_HEADER = 'x-request-id';

// Only the form that we make ourselves: a free string would let a caller write numbers of people into every log.
const REQUEST_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const current = new AsyncLocalStorage<string>();

/** The id that came with the request if it has the form of ours, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Runs work so that what it logs and masks can name the request, however deep it happens. */
export function duringRequest<T>(requestId: string, work: () => Promise<T>): Promise<T> {
  return current.run(requestId, work);
}

/** The id of the request being served, if any; for correlation only, never to decide anything. */
export function currentRequestId(): string | undefined {
  return current.getStore();
}
