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
