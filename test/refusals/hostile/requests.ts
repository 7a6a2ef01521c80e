import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Attack, CANARY, body, head, raw, request } from './attack';

const BAD = [400, 'BAD_REQUEST'] as const;
const TYPE = [415, 'UNSUPPORTED_MEDIA_TYPE'] as const;
const LARGE = [413, 'PAYLOAD_TOO_LARGE'] as const;
const METHOD = [405, 'METHOD_NOT_ALLOWED'] as const;
const COMPLEX = [400, 'OPERATION_TOO_COMPLEX'] as const;
const HEADERS = [431, 'HEADERS_TOO_LARGE'] as const;
const ANSWERED = [200, null] as const;

const OK = '{"query":"{ __typename }"}';
const MUTATION = 'mutation { reportFilledPosts { code } }';
const nested = (n: number, open: string, close: string) => open.repeat(n) + close.repeat(n);
const padded = (size: number) => JSON.stringify({ query: '{ __typename }', padding: 'x'.repeat(size) });
const typed = (type: string, sent = OK) => body(sent, { 'content-type': type });
const get = (search: string) => request({ method: 'GET' }, `/graphql?${search}`);
const post = (...lines: readonly string[]) => raw(head('content-type: application/json', ...lines) + OK);
const length = `content-length: ${OK.length}`;

type Row = readonly [name: string, expected: Attack['expected'], send: Attack['send']];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  batches: [
    ['a list of one', BAD, body(`[${OK}]`)],
    ['a list of 1,000', BAD, body(`[${Array.from({ length: 1000 }, () => OK).join(',')}]`)],
    ['an empty list', BAD, body('[]')],
  ],
  JSON: [
    ['nested 100,000 times in lists', COMPLEX, body(nested(100_000, '[', ']'))],
    ['nested 100,000 times in objects', COMPLEX, body(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)],
    [
      'nested 1,000 times in a variable',
      COMPLEX,
      body(`{"query":"{ __typename }","variables":{"a":${nested(1000, '[', ']')}}}`),
    ],
    ['unfinished', BAD, body('{"query":"{ __typename }"')],
    ['with a key twice', BAD, body('{"query":"{ __typename }","query":"{ people { nodes { id } } }"}')],
    ['with a key twice, once escaped', BAD, body('{"query":"{ __typename }","qu\\u0065ry":"{ a }"}')],
    ['a number', BAD, body('1')],
    ['a string', BAD, body('"{ __typename }"')],
    ['null', BAD, body('null')],
    ['of a query that is a list', BAD, body('{"query":["{ __typename }"]}')],
    ['of a query that is empty', BAD, body('{"query":""}')],
    ['of variables that are a string', BAD, body(`{"query":"{ __typename }","variables":"${CANARY}"}`)],
    ['of extensions that are a list', BAD, body('{"query":"{ __typename }","extensions":[]}')],
    ['of an operation name that is an object', BAD, body('{"query":"{ __typename }","operationName":{}}')],
    [
      'with prototype keys',
      ANSWERED,
      body('{"query":"{ __typename }","__proto__":{"query":"x"},"constructor":1}'),
    ],
    [
      'with prototype keys for variables',
      ANSWERED,
      body('{"query":"{ __typename }","variables":{"__proto__":{"a":1},"constructor":{"prototype":1}}}'),
    ],
    [
      'with 10,000 unused variables',
      ANSWERED,
      body(
        JSON.stringify({
          query: '{ __typename }',
          variables: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`v${i}`, i])),
        }),
      ),
    ],
    ['with a NUL between', BAD, body('{"query":"{ __typename }"}\0')],
    ['followed by more', BAD, body(OK + OK)],
    [
      'of a persisted query',
      BAD,
      body(`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'a'.repeat(64)}"}}}`),
    ],
    [
      'of a document that is not registered',
      [403, 'OPERATION_NOT_REGISTERED'],
      body(`{"documentId":"sha256:${'a'.repeat(64)}"}`),
    ],
    ['of a document id that is a path', BAD, body('{"documentId":"../../etc/passwd"}')],
    [
      'of both a document and an id',
      BAD,
      body(`{"query":"{ __typename }","documentId":"sha256:${'a'.repeat(64)}"}`),
    ],
  ],
  size: [
    ['2 MB', LARGE, body(padded(2_000_000))],
    ['12 MB', LARGE, body(padded(12_000_000))],
    ['a gzip bomb', LARGE, body(gzipSync(padded(50_000_000)), { 'content-encoding': 'gzip' })],
    ['a deflate bomb', LARGE, body(deflateSync(padded(20_000_000)), { 'content-encoding': 'deflate' })],
    ['a brotli bomb', LARGE, body(brotliCompressSync(padded(20_000_000)), { 'content-encoding': 'br' })],
    [
      'a bomb in a bomb',
      TYPE,
      body(gzipSync(gzipSync(padded(1_000_000))), { 'content-encoding': 'gzip, gzip' }),
    ],
    ['broken gzip', BAD, body(gzipSync(OK).subarray(0, 20), { 'content-encoding': 'gzip' })],
    ['an unknown compression', TYPE, body(OK, { 'content-encoding': 'zstd' })],
    ['nothing', BAD, body('')],
  ],
  encoding: [
    ['bytes that are not UTF-8', BAD, body(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]))],
    [
      'an overlong form',
      BAD,
      body(Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')])),
    ],
    ['UTF-16', BAD, body(Buffer.from(OK, 'utf16le'))],
    ['charset UTF-16', TYPE, typed('application/json; charset=utf-16')],
    ['charset UTF-7', TYPE, typed('application/json; charset=utf-7')],
    ['two charsets', TYPE, typed('application/json; charset=utf-8; charset=utf-16')],
    [
      'a lone surrogate in a variable',
      ANSWERED,
      body('{"query":"{ __typename }","variables":{"a":"\\ud800"}}'),
    ],
  ],
  'other sites': [
    ['a form', TYPE, typed('application/x-www-form-urlencoded', 'query={__typename}')],
    ['a form with files', TYPE, typed('multipart/form-data; boundary=a', `--a\r\n\r\n${OK}\r\n--a--`)],
    ['plain text', TYPE, typed('text/plain')],
    ['a type hidden in plain text', TYPE, typed('text/plain; application/json')],
    ['two types', TYPE, typed('application/json, text/plain')],
    ['application/graphql', TYPE, typed('application/graphql', '{ __typename }')],
    ['no type', TYPE, raw(head(length) + OK)],
    [
      'a preflight of a strange origin',
      METHOD,
      request({
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      }),
    ],
    ['a wish for HTML', [406, 'NOT_ACCEPTABLE'], body(OK, { accept: 'text/html' })],
  ],
  methods: [
    ['a mutation by GET', METHOD, get(`query=${encodeURIComponent('mutation { __typename }')}`)],
    [
      'a mutation by GET, named',
      METHOD,
      get(`query=${encodeURIComponent('query A { __typename } mutation B { __typename }')}&operationName=B`),
    ],
    [
      'a mutation by GET that says it is a POST',
      METHOD,
      request(
        { method: 'GET', headers: { 'x-http-method-override': 'POST' } },
        `/graphql?query=${encodeURIComponent('mutation { __typename }')}`,
      ),
    ],
    [
      'a mutation that is none',
      [400, 'GRAPHQL_VALIDATION_FAILED'],
      body(JSON.stringify({ query: MUTATION })),
    ],
    ['PUT', METHOD, request({ method: 'PUT', body: OK })],
    ['DELETE', METHOD, request({ method: 'DELETE' })],
    ['PATCH', METHOD, request({ method: 'PATCH', body: OK })],
    ['HEAD', [405, null], request({ method: 'HEAD' })],
    ['TRACE', [404, 'NOT_FOUND'], raw('TRACE /graphql HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n')],
    ['one that is none', BAD, raw(`HACK /graphql HTTP/1.1\r\nhost: a\r\n\r\n`)],
    ['CONNECT', ['closed', null], raw('CONNECT evil.example:80 HTTP/1.1\r\nhost: a\r\n\r\n')],
  ],
  address: [
    ['a query twice', BAD, get('query={__typename}&query={people}')],
    ['broken percent-encoding', BAD, get('query=%ff%fe')],
    ['variables that are no JSON', BAD, get(`query={__typename}&variables=${encodeURIComponent(CANARY)}`)],
    ['deep variables', COMPLEX, get(`query={__typename}&variables={"a":${nested(500, '[', ']')}}`)],
    ['no query', BAD, get('')],
    ['20,000 characters', HEADERS, get(`query={__typename}&x=${'x'.repeat(20_000)}`)],
    ['another path', [404, 'NOT_FOUND'], request({ body: OK }, '/graphql/../admin')],
    [
      'a path out of the house',
      [404, 'NOT_FOUND'],
      request({ method: 'GET' }, '/graphiql/%2e%2e/%2e%2e/package.json'),
    ],
  ],
  headers: [
    ['20,000 bytes in one', HEADERS, body(OK, { 'x-padding': 'x'.repeat(20_000) })],
    ['2,000 of them', HEADERS, post(length, ...Array.from({ length: 2000 }, (_, i) => `x-${i}: ${i}`))],
    ['a purpose that is none', BAD, body(OK, { 'x-purpose': CANARY })],
    ['an explanation of what is none', BAD, body(OK, { 'x-explain': CANARY })],
    ['a request id with a person in it', ANSWERED, body(OK, { 'x-request-id': CANARY })],
    ['an impossible expectation', [417, null], post(length, 'expect: a-miracle')],
    ['an upgrade', ANSWERED, post(length, 'upgrade: h2c', 'http2-settings: AAA')],
    ['no host', [400, null], raw(`POST /graphql HTTP/1.1\r\nconnection: close\r\n${length}\r\n\r\n${OK}`)],
  ],
  smuggling: [
    ['a length and chunks', BAD, post(length, 'transfer-encoding: chunked')],
    ['two lengths', BAD, post(length, 'content-length: 3')],
    ['a negative length', BAD, post('content-length: -1')],
    ['a length with a sign', BAD, post(`content-length: +${OK.length}`)],
    ['chunks under a false name', BAD, post('transfer-encoding: xchunked', length)],
    [
      'chunks of a false length',
      BAD,
      raw(`${head('content-type: application/json', 'transfer-encoding: chunked')}zz\r\n${OK}\r\n0\r\n\r\n`),
    ],
    [
      'a folded header',
      BAD,
      raw(`POST /graphql HTTP/1.1\r\nhost: a\r\nx: b\r\n c: d\r\n${length}\r\n\r\n${OK}`),
    ],
    ['a bare line feed', BAD, raw(`POST /graphql HTTP/1.1\nhost: a\n${length}\n\n${OK}`)],
    ['a NUL in a header', BAD, post(length, 'x-a: b\0c')],
    ['HTTP/0.9', BAD, raw('GET /graphql\r\n\r\n')],
    ['HTTP/9.9', BAD, raw('GET /graphql HTTP/9.9\r\nhost: a\r\n\r\n')],
    ['TLS', BAD, raw(Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]))],
    ['noise', BAD, raw(Buffer.alloc(4096, 0xa5))],
  ],
};

/** Requests that are too large, wrongly encoded, ambiguous, or another site's. */
export const REQUEST_ATTACKS: readonly Attack[] = Object.entries(ROWS).flatMap(([category, rows]) =>
  rows.map(([name, expected, send]) => ({ category, name, expected, send })),
);
