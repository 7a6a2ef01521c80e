import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigError } from '../config/config';
import { servingSecrets } from './agency-secrets';
import { readLauncherConfig } from './config';
import {
  agencyEnvironment,
  bundleEnvironment,
  gatewayEnvironment,
  issuerEnvironment,
  servingEnvironment,
} from './environment';

const AGENCIES = ['post-office', 'lighthouse'];
const KEYS = { privateKey: '/keys/private', publicKeys: '/keys/public' };
const DEVELOPMENT_KEYS = new Map([
  ['ACCESS_BUNDLE_KEY_FILE', '/keys/of/the/publisher'],
  ['ACCESS_BUNDLE_JWKS_FILE', '/keys/bundle'],
  ['ORGANIZATION_JWKS_FILE', '/keys/organizations'],
]);
const POST_OFFICE = 'postgresql://clerk:secret@127.0.0.1:5432/post';

it('needs no key at all', () => {
  const config = readLauncherConfig(AGENCIES, {});
  const ordinary = path.join(homedir(), '.local', 'share', 'simpul');

  expect(config).toMatchObject({ port: 4000, today: '2026-06-15', databaseUrl: undefined, logLevel: 'info' });
  expect(config.dataFolder).toBe(process.getuid?.() === 0 ? '/var/lib/simpul' : ordinary);
  expect(readLauncherConfig(AGENCIES, { SIMPUL_DATA: '/somewhere' }).dataFolder).toBe('/somewhere');
});

it('names every bad key at once, and no value', () => {
  const env = {
    HOST: '0.0.0.0',
    PORT: 'four thousand',
    DATABASE_URL: 'mysql://root:secret@localhost/x',
    DATABASE_URL_LIGHTHOUSE: 'secret',
    DATABASE_URL_LIGHTSHIP: POST_OFFICE,
    SIMPUL_DATE: '/secret',
    SIMPUL_TODAY: 'secret',
    LOG_LEVEL: 'secret',
    SUBGRAPH_DEADLINE_MS: 'secret',
    SUPERGRAPH: '/nowhere/secret',
    QUESTIONS: '/nowhere/secret',
    OIDC_ISSUER: 'http://issuer.example/secret',
    OIDC_AUDIENCE: '',
    OIDC_CLAIMS: '{"secret":"sub"}',
  };
  const attempt = (): unknown => readLauncherConfig(AGENCIES, env);

  expect(attempt).toThrow(ConfigError);
  for (const key of Object.keys(env)) expect(attempt).toThrow(new RegExp(`^  ${key}: `, 'm'));
  expect(attempt).not.toThrow(/secret/);
});

it('tells each process what concerns it, and nothing of the databases and keys of others', () => {
  const config = readLauncherConfig(AGENCIES, {
    HOME: '/home/clerk',
    DATABASE_URL: 'postgresql://admin@localhost/postgres?host=/run/postgresql',
    DATABASE_URL_POST_OFFICE: POST_OFFICE,
    SIMPUL_DATA: '/somewhere',
    NODE_ENV: 'production',
    GATEWAY_KEY_FILE: '/keys/of/another/gateway',
    TLS_CERT_FILE: '/certificate',
    SUBGRAPH_CA_FILE: '/authority',
    ACCESS_BUNDLE_URL: 'https://bundles.example',
    ORGANIZATION_JWKS_FILE: '/keys/of/others',
    SUBGRAPH_DEADLINE_MS: '700',
    LAMP_KEYS_FILE: '/somewhere/lamp.json',
    npm_lifecycle_event: 'start',
  });

  expect(config.databaseUrls).toEqual(new Map([['post-office', POST_OFFICE]]));
  expect(agencyEnvironment(config, { name: 'lighthouse', secrets: undefined }, 'postgresql://l')).toEqual({
    HOME: '/home/clerk',
    SUBGRAPH_DEADLINE_MS: '700',
    DATABASE_URL_LIGHTHOUSE: 'postgresql://l',
    SIMPUL_TODAY: '2026-06-15',
    LOG_LEVEL: 'info',
  });
  const origins = new Map([['post-office', 'http://127.0.0.1:9']]);
  const bundle = bundleEnvironment('http://127.0.0.1:7/access-bundle', DEVELOPMENT_KEYS);
  const trust = { keys: KEYS, issuer: 'http://127.0.0.1:8', bundle };
  expect(gatewayEnvironment(config, origins, trust)).toEqual({
    OIDC_ISSUER: 'http://127.0.0.1:8',
    HOME: '/home/clerk',
    SUBGRAPH_DEADLINE_MS: '700',
    SUBGRAPH_URL_POST_OFFICE: 'http://127.0.0.1:9/graphql',
    GATEWAY_KEY_FILE: '/keys/private',
    ACCESS_BUNDLE_URL: 'http://127.0.0.1:7/access-bundle',
    ACCESS_BUNDLE_JWKS_FILE: '/keys/bundle',
    SIMPUL_TODAY: '2026-06-15',
    LOG_LEVEL: 'info',
  });
  expect(servingEnvironment(KEYS, 'http://127.0.0.1:7/access-bundle', DEVELOPMENT_KEYS)).toEqual({
    GATEWAY_JWKS_FILE: '/keys/public',
    ACCESS_BUNDLE_URL: 'http://127.0.0.1:7/access-bundle',
    ACCESS_BUNDLE_JWKS_FILE: '/keys/bundle',
    ORGANIZATION_JWKS_FILE: '/keys/organizations',
  });
  expect(issuerEnvironment(config, 'http://127.0.0.1:4000')).toEqual({
    HOME: '/home/clerk',
    SUBGRAPH_DEADLINE_MS: '700',
    SIMPUL_DATA: '/somewhere',
    EXPLORER_ORIGINS: 'http://127.0.0.1:4000,http://localhost:4000',
    LOG_LEVEL: 'info',
  });
});

it('takes another issuer than its own', () => {
  const env = {
    OIDC_ISSUER: 'https://id.example/realms/banten',
    OIDC_CLAIMS: '{"roles":"realm_access.roles"}',
  };
  const config = readLauncherConfig(AGENCIES, env);
  expect(config.oidcIssuer).toBe(env.OIDC_ISSUER);
  expect(gatewayEnvironment(config, new Map(), { keys: KEYS, issuer: undefined, bundle: {} })).toMatchObject(
    env,
  );
});

it('gives an agency its files of secrets and nobody else’s: the named one, or one that it makes', () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'simpul-secrets-'));
  const secrets = path.join(dataFolder, 'secrets.js');
  writeFileSync(secrets, `exports.secretFiles = [{ key: 'LAMP_KEYS_FILE', generate: () => 'oil' }];`);
  const lighthouse = { name: 'lighthouse', secrets };
  const post = { name: 'post-office', secrets };
  const made = path.join(dataFolder, 'secrets', 'lighthouse', 'lamp-keys.json');
  const fileFor = (agency: { name: string; secrets: string | undefined }, env = {}): unknown =>
    agencyEnvironment(readLauncherConfig(AGENCIES, { SIMPUL_DATA: dataFolder, ...env }), agency, POST_OFFICE)[
      'LAMP_KEYS_FILE'
    ];

  expect(fileFor(lighthouse)).toBe(made);
  expect(fileFor(post)).toBe(path.join(dataFolder, 'secrets', 'post-office', 'lamp-keys.json'));
  expect(fileFor(lighthouse, { LAMP_KEYS_FILE: '/its/own.json' })).toBe('/its/own.json');
  expect(fileFor({ name: 'post-office', secrets: undefined }, { LAMP_KEYS_FILE: '/x' })).toBeUndefined();
  rmSync(dataFolder, { recursive: true });
});

it('makes every agency keys of its own for its audit and its cursors, once', () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'simpul-secrets-'));
  const textsOf = (agency: string): string[] =>
    Object.entries(servingSecrets(dataFolder, agency)).map(
      ([key, file = '']) => `${key} ${readFileSync(file, 'utf8')}`,
    );
  const made = textsOf('lighthouse');
  expect(made.map((text) => text.split(' ')[0])).toEqual(['AUDIT_KEYS_FILE', 'CURSOR_KEYS_FILE']);
  expect(textsOf('lighthouse')).toEqual(made);
  expect(textsOf('post-office').filter((text) => made.includes(text))).toEqual([]);
  rmSync(dataFolder, { recursive: true });
});
