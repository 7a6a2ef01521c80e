import { request as openRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { errorFormatter } from '../errors/format';
import { BODY_LIMIT } from './request-body';
import { createService } from './service';

const UUID = /^[0-9a-f-]{36}$/;
const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';

interface Errors {
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

const logged: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
let ready = true;
let service: FastifyInstance;
let agency: FastifyInstance;

/** An answer, its body as text and as JSON. */
interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function send(app: FastifyInstance, path: string, init: RequestInit = {}): Promise<Reply> {
  const { port } = app.server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const errorOf = ({ text }: Reply) => (JSON.parse(text) as Errors).errors[0];

function open(methods: 'POST' | 'GET and POST'): FastifyInstance {
  const server = new ApolloServer({
    typeDefs: `type Query { hello(name: String = "you"): String! broken: String who: ID }
               type Mutation { shout: String }`,
    resolvers: {
      Query: {
        hello: (_: unknown, { name }: { name: string }) => `hello ${name}`,
        broken: () => {
          throw new Error('duplicate key: (nik)=(3673012306980001)');
        },
        who: (_: unknown, __: unknown, { requestId }: { requestId: string }) => requestId,
      },
      Mutation: { shout: () => 'HELLO' },
    },
    formatError: errorFormatter(log),
    includeStacktraceInErrorResponses: false,
  });
  server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  return createService({
    log,
    graphql: { server, methods, contextOf: ({ requestId }) => ({ requestId }) },
    isReady: () => ready,
    close: () => server.stop(),
  });
}

const post = (body: string | Buffer, headers: Record<string, string> = {}, app = service) =>
  send(app, '/graphql', { method: 'POST', headers: { 'content-type': JSON_TYPE, ...headers }, body });

const ask = (query: string, headers: Record<string, string> = {}) => post(JSON.stringify({ query }), headers);

const get = (parameters: Record<string, string>) =>
  send(service, `/graphql?${new URLSearchParams(parameters).toString()}`);

beforeAll(async () => {
  service = open('GET and POST');
  agency = open('POST');
  await Promise.all([service, agency].map((app) => app.listen({ host: '127.0.0.1', port: 0 })));
});
afterAll(() => Promise.all([service.close(), agency.close()]));

describe('GraphQL over HTTP', () => {
  it.each([JSON_TYPE, RESPONSE_TYPE])('answers in %s', async (accept) => {
    const reply = await ask('{ hello }', { accept });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
    expect(JSON.parse(reply.text)).toEqual({ data: { hello: 'hello you' } });
  });

  it.each([
    ['{ hello', 'GRAPHQL_PARSE_FAILED'],
    ['{ goodbye }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { hello } query B { hello }', 'OPERATION_RESOLUTION_FAILURE'],
  ])('refuses %s with %s: 400, but 200 for clients that know application/json only', async (query, code) => {
    const [modern, old] = [
      await ask(query, { accept: RESPONSE_TYPE }),
      await ask(query, { accept: JSON_TYPE }),
    ];
    expect([modern.status, old.status]).toEqual([400, 200]);
    expect(errorOf(modern)?.extensions['code']).toBe(code);
    expect(JSON.parse(modern.text)).toEqual(JSON.parse(old.text));
    expect(JSON.parse(modern.text)).not.toHaveProperty('data');
  });

  it('answers queries by GET, and mutations by POST only', async () => {
    const query = await get({ query: 'query ($n: String) { hello(name: $n) }', variables: '{"n":"Sérang"}' });
    expect(JSON.parse(query.text)).toEqual({ data: { hello: 'hello Sérang' } });
    const mutation = await get({ query: 'mutation { shout }' });
    expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST']);
    expect(JSON.parse((await ask('mutation { shout }')).text)).toEqual({ data: { shout: 'HELLO' } });
  });

  it('takes POST only where agencies serve it', async () => {
    const reply = await send(agency, '/graphql?query={hello}');
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST']);
    expect(errorOf(reply)?.extensions['code']).toBe('METHOD_NOT_ALLOWED');
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const)('knows no %s', async (method) => {
    const reply = await send(service, '/graphql', { method, ...(method === 'PUT' ? { body: '{}' } : {}) });
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

describe('a request that is not GraphQL', () => {
  it.each([
    ['broken JSON', '{"query":', {}, 400, 'BAD_REQUEST'],
    ['no body', '', {}, 400, 'BAD_REQUEST'],
    ['a batch', '[{"query":"{hello}"}]', {}, 400, 'BAD_REQUEST'],
    ['no query', '{"operationName":"A"}', {}, 400, 'BAD_REQUEST'],
    ['a query that is no text', '{"query":{"a":1}}', {}, 400, 'BAD_REQUEST'],
    ['variables that are a list', '{"query":"{hello}","variables":[]}', {}, 400, 'BAD_REQUEST'],
    ['a persisted query', '{"extensions":{"persistedQuery":{}}}', {}, 400, 'BAD_REQUEST'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), {}, 400, 'BAD_REQUEST'],
    ['a broken compression', '{}', { 'content-encoding': 'gzip' }, 400, 'BAD_REQUEST'],
    [
      'a form',
      'query={hello}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['an unknown compression', '{}', { 'content-encoding': 'zstd' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a wish for HTML', '{"query":"{hello}"}', { accept: 'text/html' }, 406, 'NOT_ACCEPTABLE'],
  ])('is refused: %s', async (_name, payload, headers, status, code) => {
    const reply = await post(payload, headers);
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.text)).toEqual({
      errors: [
        {
          message: expect.any(String) as string,
          extensions: { code, requestId: reply.headers.get('x-request-id') },
        },
      ],
    });
  });

  it.each([{}, { 'content-type': '' }])('is refused without a content type: %j', async (headers) => {
    const reply = await send(service, '/graphql', {
      method: 'POST',
      headers,
      body: Buffer.from('{"query":"{hello}"}'),
    });
    expect([reply.status, errorOf(reply)?.extensions['code']]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it.each([
    ['broken percent-encoding', 'query=%ff'],
    ['a parameter twice', 'query={hello}&query={who}'],
    ['broken variables', 'query={hello}&variables={'],
  ])('is refused in a URL: %s', async (_name, search) => {
    const reply = await send(service, `/graphql?${search}`);
    expect(reply.status).toBe(400);
    expect(errorOf(reply)?.extensions['code']).toBe('BAD_REQUEST');
  });

  it('finds nothing at other addresses', async () => {
    const reply = await send(service, '/graphq');
    expect(reply.status).toBe(404);
    expect(errorOf(reply)?.extensions['code']).toBe('NOT_FOUND');
  });
});

describe('the size of a body', () => {
  const body = (size: number) => {
    const empty = JSON.stringify({ query: '{ hello }', padding: '' });
    return Buffer.from(JSON.stringify({ query: '{ hello }', padding: 'x'.repeat(size - empty.length) }));
  };

  it('may reach the limit, counted after decompression', async () => {
    expect((await post(body(BODY_LIMIT))).status).toBe(200);
    for (const [encoding, compress] of Object.entries({
      gzip: gzipSync,
      deflate: deflateSync,
      br: brotliCompressSync,
    })) {
      const fitting = await post(compress(body(BODY_LIMIT)), { 'content-encoding': encoding });
      const bomb = await post(compress(body(2 * BODY_LIMIT)), { 'content-encoding': encoding });
      expect([encoding, fitting.status, bomb.status]).toEqual([encoding, 200, 413]);
    }
  });

  it('is refused beyond it, and the answer reaches a client that is still sending', async () => {
    for (const size of [BODY_LIMIT + 1, 5_000_000]) {
      const reply = await post(body(size));
      expect([reply.status, errorOf(reply)?.extensions['code']]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    }
  });

  it('is refused without end, and the service goes on', async () => {
    const { port } = service.server.address() as { port: number };
    const sent = openRequest({
      port,
      host: '127.0.0.1',
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': JSON_TYPE },
    });
    // The answer and the end of the connection race each other to a sender who never stops; either is a refusal.
    const refused = new Promise<unknown>((resolve) => {
      sent.once('response', ({ statusCode }) => {
        resolve(statusCode);
      });
      sent.on('error', (error: NodeJS.ErrnoException) => {
        resolve(error.code);
      });
    });
    const chunk = Buffer.alloc(1 << 20, 'x');
    const more = () => {
      while (!sent.destroyed && sent.write(chunk));
    };
    sent.on('drain', more);
    more();
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(await refused);
    sent.destroy();
    expect((await fetch(`http://127.0.0.1:${String(port)}/health/live`)).status).toBe(200);
  });
});

describe('the id of a request', () => {
  it('is in the headers, in the context and in the error of a fault, and leads to the cause in the log', async () => {
    const who = await ask('{ who }');
    expect(who.headers.get('x-request-id')).toMatch(UUID);
    expect(JSON.parse(who.text)).toEqual({ data: { who: who.headers.get('x-request-id') } });

    logged.length = 0;
    const fault = await ask('{ broken }');
    expect(errorOf(fault)?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      requestId: fault.headers.get('x-request-id'),
    });
    expect(logged.join('')).toContain(String(fault.headers.get('x-request-id')));
    expect(logged.join('') + fault.text).not.toContain('3673012306980001');
  });

  it('stands under faults outside GraphQL, too', async () => {
    const broken = createService({
      log,
      graphql: {
        server: new ApolloServer({ typeDefs: 'type Query { a: Int }' }),
        methods: 'POST',
        contextOf: () => {
          throw new Error('nik 3673012306980001');
        },
      },
      isReady: () => true,
      close: () => Promise.resolve(),
    });
    await broken.listen({ host: '127.0.0.1', port: 0 });
    logged.length = 0;
    const reply = await post('{"query":"{ a }"}', {}, broken);
    expect(reply.status).toBe(500);
    expect(errorOf(reply)?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      requestId: reply.headers.get('x-request-id'),
    });
    expect(logged.join('')).toContain(String(reply.headers.get('x-request-id')));
    expect(logged.join('') + reply.text).not.toContain('3673012306980001');
    await broken.close();
  });
});

describe('health', () => {
  it('is live at once and ready when asked', async () => {
    expect(await send(service, '/health/live')).toMatchObject({ status: 200, text: '{"status":"live"}' });
    expect((await send(service, '/health/ready')).status).toBe(200);
    ready = false;
    const reply = await send(service, '/health/ready');
    ready = true;
    expect(reply).toMatchObject({ status: 503, text: '{"status":"not ready"}' });
  });
});

it('logs neither documents nor variables nor addresses', async () => {
  logged.length = 0;
  await get({ query: 'query ($n: String) { hello(name: $n) }', variables: '{"n":"Siti Aminah"}' });
  await post('{"query":"{ hello(name: \\"Siti Aminah\\") }"');
  await ask('{ hello(name: "Siti Aminah"');
  expect(logged.join('')).not.toMatch(/Siti|hello|graphql\?/);
});
