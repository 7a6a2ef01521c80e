import { ConfigError } from '@simpul/kit/config/config';
import { HOUSE_KEYS } from '@simpul/kit/config/keys';
import { gatewayConfig } from './config';

const SUBGRAPHS = ['lighthouse', 'post-office'];
const ADDRESSES = {
  SUBGRAPH_URL_LIGHTHOUSE: 'http://127.0.0.1:4001/graphql',
  SUBGRAPH_URL_POST_OFFICE: 'http://127.0.0.1:4002/graphql',
};

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
    NODE_ENV: 'secret',
    PUBLIC_OPERATIONS: 'secret',
    CORS_ORIGINS: '*, https://secret/path',
  };
  const attempt = (): unknown => gatewayConfig({}, SUBGRAPHS, env);

  expect(attempt).toThrow(ConfigError);
  for (const key of [...Object.keys(env), 'SUBGRAPH_URL_POST_OFFICE'])
    expect(attempt).toThrow(new RegExp(`^  ${key}: `, 'm'));
  expect(attempt).not.toThrow(/secret/);
});

it('reads the address of each subgraph, and none when they come from elsewhere', () => {
  expect(gatewayConfig({ PORT: '0' }, SUBGRAPHS, { PORT: '80', ...ADDRESSES })).toMatchObject({
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
  expect(() => gatewayConfig({}, SUBGRAPHS, { ...ADDRESSES, ...exported })).not.toThrow();
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
