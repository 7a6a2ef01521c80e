import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ClaimMap, CLAIMS } from '@simpul/kit/config/oidc-keys';
import { DEMO_LOGINS } from '@simpul/schema/demo/logins';
import type { CryptoKey, JWK } from 'jose' with { 'resolution-mode': 'import' };

/** The audience of the gateway. */
export const AUDIENCE = 'simpul';

/** Where tokens of this house have their claims: where the development issuer puts them. */
export const CLAIM_MAP: ClaimMap = {
  ...(Object.fromEntries(CLAIMS.map((name) => [name, [name]])) as Record<(typeof CLAIMS)[number], [string]>),
  subject: ['sub'],
  client: ['client_id'],
};

/** A key pair of an issuer, under the id by which tokens name it. */
export interface KeyPair {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** An issuer in this process: it signs what a test asks it to and publishes its keys; it asks nobody anything. */
export interface TestIssuer {
  readonly trust: { readonly issuer: string; readonly audience: string; readonly claims: ClaimMap };
  readonly key: KeyPair;
  tokenFor(login: string): Promise<string>;
  close(): Promise<void>;
}

/** Makes a key pair. */
export async function keyPair(alg = 'ES256', kid: string = randomUUID()): Promise<KeyPair> {
  const { exportJWK, generateKeyPair } = await import('jose');
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** What a good access token of a demo login says, at a time in seconds. */
export function claimsOf(login: string, issuer: string, now: number): Record<string, unknown> {
  const known = DEMO_LOGINS.find(({ name }) => name === login);
  if (known === undefined) throw new Error(`There is no demo login ${login}.`);
  const given = Object.entries(known.claims).filter(([, value]) => value !== null);
  return {
    iss: issuer,
    aud: AUDIENCE,
    sub: login,
    client_id: 'tests',
    jti: randomUUID(),
    iat: now,
    exp: now + 300,
    ...Object.fromEntries(given),
  };
}

/** Signs claims as an access token; what `header` says replaces what a good one has. */
export async function sign(
  claims: Readonly<Record<string, unknown>>,
  { alg, kid, privateKey }: KeyPair,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { CompactSign } = await import('jose');
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header })
    .sign(privateKey);
}

/** The documents by which an issuer tells its keys, by their paths. */
export function documentsOf(issuer: string, keys: readonly KeyPair[]): Readonly<Record<string, unknown>> {
  return {
    '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/jwks` },
    '/jwks': { keys: keys.map(({ publicJwk }) => publicJwk) },
  };
}

/** Opens an issuer that publishes one key over HTTP. */
export async function openTestIssuer(): Promise<TestIssuer> {
  const key = await keyPair();
  const server = createServer((request, response) => {
    const document = documentsOf(issuer, [key])[request.url ?? ''];
    response
      .writeHead(document ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(document ?? null));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    trust: { issuer, audience: AUDIENCE, claims: CLAIM_MAP },
    key,
    tokenFor: (login) => sign(claimsOf(login, issuer, Math.floor(Date.now() / 1000)), key),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
