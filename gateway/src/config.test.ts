import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigError } from '@simpul/kit/config/config';
import { HOUSE_KEYS } from '@simpul/kit/config/keys';
import { makeKeyPair } from '@simpul/kit/identity/gateway-keys';
import { gatewayConfig } from './config';

const SUBGRAPHS = ['lighthouse', 'post-office'];
const ADDRESSES = {
  SUBGRAPH_URL_LIGHTHOUSE: 'http://127.0.0.1:4001/graphql',
  SUBGRAPH_URL_POST_OFFICE: 'http://127.0.0.1:4002/graphql',
};
const ACCESS_BUNDLE_URL = 'https://registry.example/access-bundle';
const OIDC_ISSUER = 'https://id.example/realms/banten';

const folder = mkdtempSync(path.join(tmpdir(), 'simpul-config-'));
const GATEWAY_KEY_FILE = path.join(folder, 'key.json');
const PUBLIC_KEY = path.join(folder, 'jwks.json');
const REQUIRED = {
  ...ADDRESSES,
  ...{ GATEWAY_KEY_FILE, OIDC_ISSUER, ACCESS_BUNDLE_URL, ACCESS_BUNDLE_JWKS_FILE: PUBLIC_KEY },
};
const { privateJwk, publicJwks } = makeKeyPair();

beforeAll(() => {
  writeFileSync(GATEWAY_KEY_FILE, JSON.stringify(privateJwk));
  writeFileSync(PUBLIC_KEY, JSON.stringify(publicJwks));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('names every bad key at once, addresses too, and no value', () => {
  const env = {
    HOST: '0.0.0.0',
    PORT: 'secret',
    SUBGRAPH_URL_LIGHTHOUSE: 'file:///secret',
    SUBGRAPH_URL_LIGHTSHIP: 'http://secret',
    SUBGRAPH_DEADLINE_MS: 'secret',
    SUBGRAPH_CERT_FILE: '/nowhere/secret',
    GATEWAY_KEY_FILE: '/nowhere/secret',
    ACCESS_BUNDLE_URL: 'secret',
    ACCESS_BUNDLE_JWKS_FILE: '/nowhere/secret',
    SIMPUL_TODAY: 'secret',
    QUESTIONS: '/nowhere/secret',
    SIMPUL_DATE: 'secret',
    LOG_LEVEL: 'secret',
    NODE_ENV: 'secret',
    PUBLIC_OPERATIONS: 'secret',
    CORS_ORIGINS: '*, https://secret/path',
    OIDC_ISSUER: 'http://issuer.example/secret',
    OIDC_AUDIENCE: '',
    OIDC_CLAIMS: '{"secret":"sub"',
  };
  const attempt = (): unknown => gatewayConfig({}, SUBGRAPHS, env);

  expect(attempt).toThrow(ConfigError);
  const untold = ['SUBGRAPH_URL_POST_OFFICE', 'SUBGRAPH_KEY_FILE', 'SUBGRAPH_CA_FILE'];
  for (const key of [...Object.keys(env), ...untold]) expect(attempt).toThrow(new RegExp(`^  ${key}: `, 'm'));
  expect(attempt).not.toThrow(/secret/);
});

it('reads the address of each subgraph and the key, and neither when the subgraphs are foreign', () => {
  expect(gatewayConfig({ PORT: '0' }, SUBGRAPHS, { PORT: '80', ...REQUIRED })).toMatchObject({
    port: 0,
    urls: new Map([
      ['lighthouse', ADDRESSES.SUBGRAPH_URL_LIGHTHOUSE],
      ['post-office', ADDRESSES.SUBGRAPH_URL_POST_OFFICE],
    ]),
    signingKey: { kid: publicJwks.keys[0].kid },
    tls: null,
    bundle: { url: ACCESS_BUNDLE_URL, keysFile: PUBLIC_KEY },
  });
  const foreign = gatewayConfig({}, undefined, { GATEWAY_KEY_FILE, ...ADDRESSES });
  expect([foreign.urls.size, foreign.signingKey, foreign.bundle]).toEqual([0, null, null]);
});

it('wants a private key to sign with', () => {
  const attempt = (file: object): unknown => gatewayConfig({}, SUBGRAPHS, { ...ADDRESSES, ...file });
  expect(() => attempt({})).toThrow(/^ {2}GATEWAY_KEY_FILE: set it to the file/m);
  expect(() => attempt({ GATEWAY_KEY_FILE: PUBLIC_KEY })).toThrow(
    /^ {2}GATEWAY_KEY_FILE: must be a file with a private Ed25519 key/m,
  );
});

it('leaves keys of the house alone that concern other processes', () => {
  const exported = Object.fromEntries(HOUSE_KEYS.map((key) => [key, '2026-06-15']));
  expect(() => gatewayConfig({}, SUBGRAPHS, { ...REQUIRED, ...exported })).not.toThrow();
});

it('lets the public run registered operations only in production, unless it is told otherwise', () => {
  const publicOperations = (env: NodeJS.ProcessEnv) => gatewayConfig({}, undefined, env).publicOperations;
  expect(publicOperations({})).toBe('any');
  expect(publicOperations({ NODE_ENV: 'production' })).toBe('registered');
  expect(publicOperations({ NODE_ENV: 'production', PUBLIC_OPERATIONS: 'any' })).toBe('any');
});

it('reads the origins whose pages may call', () => {
  const origins = (list?: string) => [...gatewayConfig({}, undefined, { CORS_ORIGINS: list }).corsOrigins];
  expect(origins()).toEqual([]);
  expect(origins('https://a.go.id, http://localhost:3000')).toEqual([
    'https://a.go.id',
    'http://localhost:3000',
  ]);
});

it('must know whose word on callers to take, unless nobody is to be identified', () => {
  expect(() => gatewayConfig({}, SUBGRAPHS, { ...ADDRESSES, GATEWAY_KEY_FILE })).toThrow(
    /OIDC_ISSUER: must be/,
  );
  expect(gatewayConfig({}, undefined, {}).oidc).toBeUndefined();
  const claims = '{"roles":"realm_access.roles","organization":"org.id"}';
  const env = { ...REQUIRED, OIDC_CLAIMS: claims };
  expect(gatewayConfig({}, SUBGRAPHS, env).oidc).toMatchObject({
    issuer: OIDC_ISSUER,
    audience: 'simpul',
    claims: { subject: ['sub'], roles: ['realm_access', 'roles'], organization: ['org', 'id'] },
  });
});

it.each([
  ['OIDC_ISSUER', 'http://id.example', /https/],
  ['OIDC_ISSUER', 'https://clerk@id.example', /https/],
  ['OIDC_ISSUER', 'https://id.example/?realm=a', /https/],
  ['OIDC_CLAIMS', 'roles', /JSON/],
  ['OIDC_CLAIMS', '{"role":"roles"}', /known are subject, client, organization/],
  ['OIDC_CLAIMS', '{"roles":"a..b"}', /dots/],
])('refuses %s=%s', (key, value, message) => {
  const env = { ...REQUIRED, [key]: value };
  expect(() => gatewayConfig({}, SUBGRAPHS, env)).toThrow(message);
});

it('has no other day than the real one in production', () => {
  const env = { ...REQUIRED, SIMPUL_TODAY: '2026-06-15' };
  expect(gatewayConfig({}, SUBGRAPHS, env).today).toBe('2026-06-15');
  expect(() => gatewayConfig({}, SUBGRAPHS, { ...env, NODE_ENV: 'production' })).toThrow(
    /SIMPUL_TODAY: the clock can be set in development only/,
  );
});
