import { ConfigError } from '@simpul/kit/config/config';
import { HOUSE_KEYS } from '@simpul/kit/config/keys';
import { gatewayConfig } from './config';

const SUBGRAPHS = ['lighthouse', 'post-office'];
const ADDRESSES = {
  SUBGRAPH_URL_LIGHTHOUSE: 'http://127.0.0.1:4001/graphql',
  SUBGRAPH_URL_POST_OFFICE: 'http://127.0.0.1:4002/graphql',
};
const OIDC_ISSUER = 'https://id.example/realms/banten';

it('names every bad key at once, addresses too, and no value', () => {
  const env = {
    HOST: '0.0.0.0',
    PORT: 'secret',
    SUBGRAPH_URL_LIGHTHOUSE: 'file:///secret',
    SUBGRAPH_URL_LIGHTSHIP: 'http://secret',
    SUBGRAPH_DEADLINE_MS: 'secret',
    QUESTIONS: '/nowhere/secret',
    SIMPUL_DATE: 'secret',
    LOG_LEVEL: 'secret',
    OIDC_ISSUER: 'http://issuer.example/secret',
    OIDC_AUDIENCE: '',
    OIDC_CLAIMS: '{"secret":"sub"',
  };
  const attempt = (): unknown => gatewayConfig({}, SUBGRAPHS, env);

  expect(attempt).toThrow(ConfigError);
  for (const key of [...Object.keys(env), 'SUBGRAPH_URL_POST_OFFICE'])
    expect(attempt).toThrow(new RegExp(`^  ${key}: `, 'm'));
  expect(attempt).not.toThrow(/secret/);
});

it('reads the address of each subgraph, and none when they come from elsewhere', () => {
  expect(gatewayConfig({ PORT: '0' }, SUBGRAPHS, { PORT: '80', OIDC_ISSUER, ...ADDRESSES })).toMatchObject({
    port: 0,
    urls: new Map([
      ['lighthouse', ADDRESSES.SUBGRAPH_URL_LIGHTHOUSE],
      ['post-office', ADDRESSES.SUBGRAPH_URL_POST_OFFICE],
    ]),
  });
  expect(gatewayConfig({}, undefined, ADDRESSES).urls.size).toBe(0);
});

it('leaves keys of the house alone that concern other processes', () => {
  const exported = Object.fromEntries(HOUSE_KEYS.map((key) => [key, '/x']));
  expect(() => gatewayConfig({}, SUBGRAPHS, { OIDC_ISSUER, ...ADDRESSES, ...exported })).not.toThrow();
});

it('must know whose word on callers to take, unless nobody is to be identified', () => {
  expect(() => gatewayConfig({}, SUBGRAPHS, ADDRESSES)).toThrow(/OIDC_ISSUER: must be/);
  expect(gatewayConfig({}, undefined, {}).oidc).toBeUndefined();
  const claims = '{"roles":"realm_access.roles","organization":"org.id"}';
  const env = { ...ADDRESSES, OIDC_ISSUER, OIDC_CLAIMS: claims };
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
  const env = { ...ADDRESSES, OIDC_ISSUER, [key]: value };
  expect(() => gatewayConfig({}, SUBGRAPHS, env)).toThrow(message);
});
