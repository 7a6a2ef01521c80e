import { createHmac, createPublicKey, randomUUID, sign } from 'node:crypto';
import { request as openRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { bodyHash } from '@simpul/kit/identity/internal-token';
import { type TestAgency, openTestAgency } from '../testkit/agency';
import { GATEWAY_KEY, TestGatewayKey, callerAs } from '../testkit/gateway-key';
import { AGENCIES, type AgencyName } from '../testkit/house';

const BODY = '{"query":"{ __typename }"}';
const MUTATION = '{"query":"mutation { __typename }"}';
const SERVICE = '{"query":"{ _service { sdl } }"}';
const ENTITIES = JSON.stringify({
  query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
  variables: { r: [{ __typename: 'Person', id: '00000000-0000-4000-8000-000000000000' }] },
});

type Part = Record<string, unknown>;

/** A request as it goes over the wire; a header may come more than once. */
interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string;
}

/** An agency to get into, and what somebody may hold who wants to. */
class Target {
  constructor(
    readonly name: AgencyName,
    private readonly agency: TestAgency,
  ) {}

  send({ method = 'POST', path = '/graphql', headers = {}, body = BODY }: Sent): Promise<{
    readonly status: number;
    readonly text: string;
  }> {
    return new Promise((resolve, reject) => {
      const request = openRequest(
        `${this.agency.origin}${path}`,
        { method, agent: false, headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          text(response).then((answer) => {
            resolve({ status: response.statusCode ?? 0, text: answer });
          }, reject);
        },
      );
      request.on('error', reject);
      request.end(method === 'POST' ? body : undefined);
    });
  }

  with(authorization: string | string[], more: Sent = {}): Sent {
    return { ...more, headers: { ...more.headers, authorization } };
  }

  good(body = BODY): string {
    return this.agency.authorize(body);
  }

  /** A token that is good but for what is named; `undefined` takes a part out. */
  forged(claims: Part = {}, head: Part = {}, key = GATEWAY_KEY): string {
    return signed({ ...partOf(this.good(), 0), ...head }, { ...partOf(this.good(), 1), ...claims }, key);
  }
}

function partOf(authorization: string, index: number): Part {
  const part = authorization.slice('Bearer '.length).split('.')[index] ?? '';
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Part;
}

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

function signed(head: Part, claims: unknown, { signingKey }: TestGatewayKey): string {
  const text = `${encoded(head)}.${encoded(claims)}`;
  return `Bearer ${text}.${sign(null, Buffer.from(text), signingKey.key).toString('base64url')}`;
}

function hmacSigned(target: Target, secret: string | Buffer): string {
  const text = `${encoded({ ...partOf(target.good(), 0), alg: 'HS256' })}.${encoded(partOf(target.good(), 1))}`;
  return `Bearer ${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** Flips one letter of one part of a token. */
function flipped(authorization: string, index: number): string {
  const parts = authorization.split('.');
  const part = parts[index] ?? '';
  const at = Math.floor(part.length / 2);
  parts[index] = part.slice(0, at) + (part[at] === 'A' ? 'B' : 'A') + part.slice(at + 1);
  return parts.join('.');
}

const now = (): number => Math.floor(Date.now() / 1000);
const OTHER_GATEWAY = new TestGatewayKey();
const PUBLIC_PEM = createPublicKey(GATEWAY_KEY.signingKey.key).export({ format: 'pem', type: 'spki' });
const [PUBLIC_JWK] = GATEWAY_KEY.publicJwks.keys;
const [OTHER_JWK] = OTHER_GATEWAY.publicJwks.keys;
const CLAIMS = Object.keys(partOf(GATEWAY_KEY.signer().authorize('x', callerAs(), BODY), 1));

/** Every attempt by itself would be good but for what its name says. */
const ATTEMPTS: Readonly<Record<string, (target: Target) => Sent>> = {
  'no token': () => ({}),
  'no token for _service': () => ({ body: SERVICE }),
  'no token for _entities': () => ({ body: ENTITIES }),
  'no token for a mutation': () => ({ body: MUTATION }),
  'no token and a body that is no JSON': () => ({ body: '{' }),
  'no token and a body of another type': () => ({ headers: { 'content-type': 'text/plain' } }),
  'no token and a body that is too large': () => ({ body: ' '.repeat(1_200_000) }),
  'no token and a body wrongly compressed': () => ({ headers: { 'content-encoding': 'gzip' } }),
  'an empty token': (to) => to.with('Bearer '),
  'the word of the gateway for _entities, with other keys': (to) =>
    to.with(to.good(ENTITIES), { body: ENTITIES.replace(/0(?=[^0]*$)/, '1') }),
  'the token of a client': (to) =>
    to.with(
      signed(
        { alg: 'EdDSA', typ: 'at+jwt', kid: OTHER_JWK.kid },
        { iss: 'https://issuer.example', aud: 'simpul', sub: 'u', iat: now(), exp: now() + 300 },
        OTHER_GATEWAY,
      ),
    ),
  'the key of another gateway': (to) => to.with(to.forged({}, { kid: OTHER_JWK.kid }, OTHER_GATEWAY)),
  'the key of another gateway under the name of ours': (to) => to.with(to.forged({}, {}, OTHER_GATEWAY)),
  'HS256 with the public key as PEM': (to) => to.with(hmacSigned(to, PUBLIC_PEM)),
  'HS256 with the public key as JWK': (to) => to.with(hmacSigned(to, JSON.stringify(PUBLIC_JWK))),
  'HS256 with the public key, raw': (to) => to.with(hmacSigned(to, Buffer.from(PUBLIC_JWK.x, 'base64url'))),
  'HS256 with nothing': (to) => to.with(hmacSigned(to, '')),
  'alg none, unsigned': (to) => to.with(to.forged({}, { alg: 'none' }).replace(/[^.]*$/, '')),
  'alg none, signed': (to) => to.with(to.forged({}, { alg: 'none' })),
  'alg None': (to) => to.with(to.forged({}, { alg: 'None' })),
  'alg ES256': (to) => to.with(to.forged({}, { alg: 'ES256' })),
  'no alg': (to) => to.with(to.forged({}, { alg: undefined })),
  'typ JWT': (to) => to.with(to.forged({}, { typ: 'JWT' })),
  'no typ': (to) => to.with(to.forged({}, { typ: undefined })),
  crit: (to) => to.with(to.forged({}, { crit: ['exp'] })),
  'a jwk of its own': (to) => to.with(to.forged({}, { jwk: OTHER_JWK }, OTHER_GATEWAY)),
  'a jku of its own': (to) => to.with(to.forged({}, { jku: 'http://127.0.0.1:9/jwks' }, OTHER_GATEWAY)),
  'a kid that is a path': (to) => to.with(to.forged({}, { kid: '../../../../dev/null' })),
  'a kid that is SQL': (to) => to.with(to.forged({}, { kid: "x' OR '1'='1" })),
  'a kid of Object.prototype': (to) => to.with(to.forged({}, { kid: 'constructor' })),
  'no kid': (to) => to.with(to.forged({}, { kid: undefined })),
  'a header that is a list': (to) => to.with(to.good().replace(/ [^.]*/, ` ${encoded([])}`)),
  'another agency': (to) => to.with(to.forged({ aud: to.name === 'province' ? 'employers' : 'province' })),
  'all agencies': (to) => to.with(to.forged({ aud: '*' })),
  'a list of agencies': (to) => to.with(to.forged({ aud: [to.name] })),
  'another issuer': (to) => to.with(to.forged({ iss: 'simpul' })),
  'an end that is past': (to) => to.with(to.forged({ iat: now() - 60, exp: now() - 31 })),
  'a life of more than 30 seconds': (to) => to.with(to.forged({ exp: now() + 40 })),
  'a life that ends before it begins': (to) => to.with(to.forged({ iat: now() + 4, exp: now() + 2 })),
  'a beginning in the future': (to) => to.with(to.forged({ iat: now() + 60, exp: now() + 80 })),
  'times that are text': (to) => to.with(to.forged({ exp: String(now() + 20) })),
  'times beyond every number': (to) => to.with(to.forged({ iat: 1e300, exp: 1e300 })),
  'the hash of another body': (to) => to.with(to.forged({ bh: bodyHash(`${BODY} `) })),
  'an empty hash': (to) => to.with(to.forged({ bh: '' })),
  'a body longer by a byte': (to) => to.with(to.good(), { body: `${BODY} ` }),
  'a body with one byte changed': (to) => to.with(to.good(), { body: BODY.replace('{ _', '{\t_') }),
  'the body of another operation': (to) => to.with(to.good(), { body: SERVICE }),
  'an unknown role': (to) => to.with(to.forged({ roles: ['SUPERVISOR'] })),
  'a role in small letters': (to) => to.with(to.forged({ roles: ['head'] })),
  'roles that are text': (to) => to.with(to.forged({ roles: 'HEAD' })),
  'an unknown purpose': (to) => to.with(to.forged({ purpose: 'CURIOSITY' })),
  'a subject that is none': (to) => to.with(to.forged({ sub: '' })),
  'a claim that nobody knows': (to) => to.with(to.forged({ admin: true })),
  'claims that are a list': (to) =>
    to.with(signed(partOf(to.good(), 0), [partOf(to.good(), 1)], GATEWAY_KEY)),
  ...Object.fromEntries(
    CLAIMS.map((claim) => [`no ${claim}`, (to: Target): Sent => to.with(to.forged({ [claim]: undefined }))]),
  ),
  'a header of which a letter is changed': (to) => to.with(flipped(to.good(), 0)),
  'claims of which a letter is changed': (to) => to.with(flipped(to.good(), 1)),
  'a signature of which a letter is changed': (to) => to.with(flipped(to.good(), 2)),
  'a signature cut off by a letter': (to) => to.with(to.good().slice(0, -1)),
  'a token without its signature': (to) => to.with(to.good().replace(/\.[^.]*$/, '')),
  'the signature of another token': (to) =>
    to.with(to.good().replace(/[^.]*$/, to.good().split('.')[2] ?? '')),
  'two headers with the same token': (to) => to.with(Array<string>(2).fill(to.good())),
  'two headers, the first of them good': (to) => to.with([to.good(), 'Bearer x']),
  'two headers, the second of them good': (to) => to.with(['Bearer x', to.good()]),
  'two tokens in one header': (to) => to.with(`${to.good()}, ${to.good()}`),
  'a scheme in small letters': (to) => to.with(to.good().replace('Bearer', 'bearer')),
  'another scheme': (to) => to.with(to.good().replace('Bearer', 'Token')),
  'no scheme': (to) => to.with(to.good().slice('Bearer '.length)),
  'the token in the URL': (to) => ({ path: `/graphql?access_token=${to.good().slice(7)}` }),
  'the token in a cookie': (to) => ({ headers: { cookie: `access_token=${to.good().slice(7)}` } }),
  'the token in another header': (to) => ({ headers: { 'x-authorization': to.good() } }),
  'the token as that of a proxy': (to) => ({ headers: { 'proxy-authorization': to.good() } }),
  'the token in the body': (to) => ({ body: JSON.stringify({ query: '{ __typename }', token: to.good() }) }),
};

describe.each(Object.keys(AGENCIES) as AgencyName[])('%s, reached past the gateway', (name) => {
  let agency: TestAgency;
  let target: Target;
  beforeAll(async () => {
    agency = await openTestAgency(AGENCIES[name]);
    target = new Target(name, agency);
  });
  afterAll(() => agency.close());

  it('serves the gateway, and a token that is put together like all that follow', async () => {
    for (const authorization of [target.good(), target.forged({ jti: randomUUID() })]) {
      const { status, text } = await target.send(target.with(authorization));
      expect([status, JSON.parse(text)]).toEqual([200, { data: { __typename: 'Query' } }]);
    }
  });

  it.each(Object.entries(ATTEMPTS))('refuses %s', async (_, attempt) => {
    const { status, text } = await target.send(attempt(target));
    expect(status).toBe(401);
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message: 'Only the gateway is served here, with its own signed word.',
          extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) as string },
        },
      ],
    });
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('knows no %s, with a token or without', async (method) => {
    const path = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
    const without = await target.send({ method, path });
    const withOne = await target.send(target.with(target.good(''), { method, path }));
    expect([without.status, withOne.status]).toEqual([405, 405]);
  });

  it('keeps its health open, which tells how its records of access do and nothing else', async () => {
    const response = await fetch(`${agency.origin}/health/ready`);
    const number = expect.any(Number) as unknown;
    const audit = {
      ...{ chain: 'WHOLE', records: 'WRITTEN', witness: 'NONE' },
      ...{ sealed: number, witnessed: number, unsound: 0, gone: 0, overdue: 0 },
    };
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready', audit }]);
  });
});

describe.each(Object.keys(AGENCIES) as AgencyName[])('%s, told to change something', (name) => {
  let target: Target;
  let agency: TestAgency;
  beforeAll(async () => {
    agency = await openTestAgency(AGENCIES[name]);
    target = new Target(name, agency);
  });
  afterAll(() => agency.close());

  it('does it once per token, also when both come together', async () => {
    const request = target.with(target.good(MUTATION), { body: MUTATION });
    const together = await Promise.all([target.send(request), target.send(request), target.send(request)]);
    expect(together.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    const { status, text } = await target.send(request);
    expect([status, text]).toEqual([401, expect.stringContaining('"UNAUTHENTICATED"')]);
    expect((await target.send(target.with(target.good(MUTATION), { body: MUTATION }))).status).toBe(200);
  });

  it('does not take a token from before it was there', async () => {
    const authorization = target.forged({ iat: now() - 20, exp: now() + 5, bh: bodyHash(MUTATION) });
    expect((await target.send(target.with(authorization, { body: MUTATION }))).status).toBe(401);
    const query = target.forged({ iat: now() - 20, exp: now() + 5 });
    expect((await target.send(target.with(query))).status).toBe(200);
  });
});
