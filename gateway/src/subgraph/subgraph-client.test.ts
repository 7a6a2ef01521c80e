import { createPrivateKey, createPublicKey } from 'node:crypto';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { makeKeyPair, publicJwksOf } from '@simpul/kit/identity/gateway-keys';
import { anonymous } from '@simpul/kit/identity/identity';
import { type Caller, callerIn } from '@simpul/kit/identity/internal-token';
import { InternalTokenSigner } from '@simpul/kit/identity/internal-token-signer';
import { InternalTokenVerifier, assertBody } from '@simpul/kit/identity/internal-token-verifier';
import { SubgraphClient, type SubgraphEndpoint } from './subgraph-client';

const key = createPrivateKey({ key: makeKeyPair().privateJwk, format: 'jwk' });
const [{ kid }] = publicJwksOf(key).keys;
const verifier = new InternalTokenVerifier({
  audience: 'lighthouse',
  keys: { find: (name) => (name === kid ? createPublicKey(key) : undefined) },
});
const caller: Caller = {
  identity: { ...anonymous, subject: 'a-1', client: 'portal', roles: ['HEAD'] },
  purpose: 'TRAINING',
  bundleVersion: 3,
};
const request = { query: '{ lamp }', isMutation: false, caller, requestId: 'r-1', explains: false };

const received: { message: IncomingMessage; body: Buffer }[] = [];
let breaks = 0;
let status = 200;
let server: Server;
let clients: SubgraphClient[];

function clientWith(parts: Partial<SubgraphEndpoint>): SubgraphClient {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${String(port)}/graphql`;
  const signer = new InternalTokenSigner({ kid, key });
  const client = new SubgraphClient({
    name: 'lighthouse',
    url,
    deadlineMs: 5000,
    signer,
    tls: null,
    ...parts,
  });
  clients.push(client);
  return client;
}

beforeAll(async () => {
  server = createServer((message, response) => {
    void buffer(message).then((body) => {
      received.push({ message, body });
      if (breaks > 0) {
        breaks -= 1;
        response.destroy();
        return;
      }
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end('{"data":null,"errors":[{"message":"no","extensions":{"code":"UNAUTHENTICATED"}}]}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
beforeEach(() => {
  received.length = 0;
  breaks = 0;
  status = 200;
  clients = [];
});
afterEach(() => Promise.all(clients.map((client) => client.close())));
afterAll(() => {
  server.close();
});

it('speaks for its caller, and for every attempt anew', async () => {
  breaks = 1;
  await clientWith({}).send(request);
  const words = received.map(({ message, body }) => {
    const claims = verifier.verify(message.headersDistinct['authorization'] ?? []);
    assertBody(claims, body);
    return claims;
  });
  expect(words.map(callerIn)).toEqual([caller, caller]);
  expect(new Set(words.map(({ jti }) => jti)).size).toBe(2);
  expect(received.map(({ message }) => message.headers['x-request-id'])).toEqual(['r-1', 'r-1']);
});

it('asks for an explanation where the caller does, and not otherwise', async () => {
  await clientWith({}).send(request);
  await clientWith({}).send({ ...request, explains: true });
  expect(received.map(({ message }) => message.headers['x-explain'])).toEqual([undefined, 'access']);
});

it('takes a 401 for a fault between gateway and agency', async () => {
  status = 401;
  await expect(clientWith({}).send(request)).rejects.toMatchObject({ code: 'SUBGRAPH_REFUSED' });
});

it('says nothing to subgraphs that know no such tokens, and passes on what they refuse', async () => {
  status = 401;
  const { errors } = await clientWith({ signer: null }).send(request);
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['UNAUTHENTICATED']);
  expect(received.map(({ message }) => message.headers.authorization)).toEqual([undefined]);
});
