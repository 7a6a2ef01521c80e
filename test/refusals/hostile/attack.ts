import { type Socket, connect } from 'node:net';

/** What came back: the status, or that the connection was closed without one. */
export interface Outcome {
  readonly status: number | 'closed';
  readonly code: string | null;
  readonly text: string;
}

/** One hostile request, and what exactly has to come of it. */
export interface Attack {
  readonly category: string;
  readonly name: string;
  readonly expected: readonly [status: Outcome['status'], code: string | null];
  readonly send: (origin: string) => Promise<Outcome>;
}

/** A value that stands for a person's: nothing that comes back and nothing that is logged may hold it. */
export const CANARY = '3673012306980001 Siti Aminah';
/** What of it a leak would show. */
export const CANARY_PARTS = /3673012306980001|Siti Aminah/;

const RESPONSE_TYPE = 'application/graphql-response+json';
const PATIENCE_MS = 20_000;

/** Sends an HTTP request by fetch. */
export function request(
  init: Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> },
  path = '/graphql',
) {
  return async (origin: string): Promise<Outcome> => {
    const response = await fetch(origin + path, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...init,
      headers: { accept: RESPONSE_TYPE, 'content-type': 'application/json', ...init.headers },
    });
    const text = await response.text();
    return { status: response.status, code: codeIn(text), text };
  };
}

/** Sends a body by POST as JSON in UTF-8. */
export function body(sent: string | Buffer, headers: Record<string, string> = {}) {
  return request({ body: typeof sent === 'string' ? sent : new Uint8Array(sent), headers });
}

/** Sends a document. */
export function document(query: string, others: object = {}) {
  return body(JSON.stringify({ query, ...others }));
}

/** Sends bytes as they are over a connection of its own; each part after the one before was handed over. */
export function raw(...parts: readonly (string | Buffer)[]) {
  return async (origin: string): Promise<Outcome> => {
    const socket = open(origin);
    for (const part of parts) if (!socket.destroyed) socket.write(part);
    return outcomeOf(socket);
  };
}

/** Sends a beginning, and then a part again and again after so many milliseconds, until there is an answer or an end. */
export function drip(beginning: string, part: string, everyMs: number) {
  return async (origin: string): Promise<Outcome> => {
    const socket = open(origin);
    socket.write(beginning);
    const timer = setInterval(() => {
      if (part !== '' && socket.writable) socket.write(part);
    }, everyMs);
    try {
      return await outcomeOf(socket);
    } finally {
      clearInterval(timer);
    }
  };
}

/** The head of a POST, closed after its answer. */
export function head(...lines: readonly string[]): string {
  return [`POST /graphql HTTP/1.1`, 'host: simpul', 'connection: close', ...lines, '', ''].join('\r\n');
}

function open(origin: string): Socket {
  const { hostname, port } = new URL(origin);
  return connect({ host: hostname, port: Number(port) });
}

function outcomeOf(socket: Socket): Promise<Outcome> {
  return new Promise((resolve) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('error', () => socket.destroy());
    const timer = setTimeout(() => socket.destroy(new Error('too late')), PATIENCE_MS);
    socket.on('close', () => {
      clearTimeout(timer);
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      const answer = text.slice(text.indexOf('\r\n\r\n') + 4);
      resolve({ status: status === undefined ? 'closed' : Number(status), code: codeIn(answer), text });
    });
  });
}

function codeIn(text: string): string | null {
  return /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? null;
}

/** What is wrong with an outcome; nothing where it is what it has to be and tells nothing. */
export function faultsOf({ expected }: Attack, { status, code, text }: Outcome): readonly string[] {
  const [wantedStatus, wantedCode] = expected;
  return [
    ...(status === wantedStatus ? [] : [`status ${String(status)} instead of ${String(wantedStatus)}`]),
    ...(code === wantedCode ? [] : [`code ${String(code)} instead of ${String(wantedCode)}`]),
    ...(CANARY_PARTS.test(text) ? ['it echoes a value of the request'] : []),
    ...(/Did you mean/.test(text) ? ['it suggests names'] : []),
    ...(/node_modules|\bat .{1,200}:\d+:\d+|stacktrace/i.test(text) ? ['it shows a stack'] : []),
    ...(/call stack/i.test(text) ? ['it overflowed'] : []),
    ...(text.length > 4000 ? [`it is ${text.length} characters long`] : []),
  ];
}
