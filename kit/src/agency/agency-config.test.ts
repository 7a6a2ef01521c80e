import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOUSE_KEYS } from '../config/keys';
import { AuditKeys, auditKeys } from '../audit/audit-keys';
import { cursorKeys } from '../database/cursor-keys';
import { makeKeyPair } from '../identity/gateway-keys';
import { makeSigningKey, publicJwk } from '../keys/signing-key';
import { KeyRing } from '../secrets/key-ring';
import { Secrets, ensureSecretFile } from '../secrets/secret-file';
import type { Agency } from './agency';
import { readAgencyConfig, readLoaderConfig } from './agency-config';

type Kept = Pick<Agency, 'name' | 'secretFiles'>;

const AGENCY: Kept = { name: 'post-office' };
const URL_KEY = 'DATABASE_URL_POST_OFFICE';
const POST_OFFICE = 'postgresql://clerk:secret@127.0.0.1:5432/post';

const folder = mkdtempSync(path.join(tmpdir(), 'simpul-config-'));
const GATEWAY_JWKS_FILE = path.join(folder, 'jwks.json');
const ORGANIZATION_JWKS_FILE = path.join(folder, 'organizations.json');
const PRIVATE_KEY = path.join(folder, 'key.json');
const AUDIT_KEYS_FILE = ensureSecretFile(path.join(folder, 'secrets'), auditKeys);
const CURSOR_KEYS_FILE = ensureSecretFile(path.join(folder, 'secrets'), cursorKeys);
const ACCESS_BUNDLE_URL = 'https://registry.example/access-bundle';
const REQUIRED = {
  ...{ [URL_KEY]: POST_OFFICE, GATEWAY_JWKS_FILE, ACCESS_BUNDLE_URL, AUDIT_KEYS_FILE },
  ...{ ACCESS_BUNDLE_JWKS_FILE: GATEWAY_JWKS_FILE, ORGANIZATION_JWKS_FILE, CURSOR_KEYS_FILE },
};

beforeAll(() => {
  const { privateJwk, publicJwks } = makeKeyPair();
  writeFileSync(GATEWAY_JWKS_FILE, JSON.stringify(publicJwks));
  const [key] = publicJwks.keys;
  writeFileSync(ORGANIZATION_JWKS_FILE, JSON.stringify({ keys: [{ ...key, organization: 'post' }] }));
  writeFileSync(PRIVATE_KEY, JSON.stringify({ keys: [{ ...privateJwk, kid: 'k' }] }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a process says that ends because of its configuration, and its exit code. */
function refusal(
  env: NodeJS.ProcessEnv,
  read: (agency: Kept, env: NodeJS.ProcessEnv) => unknown = readAgencyConfig,
  secretFiles: Kept['secretFiles'] = [],
): [string, number | undefined] {
  const said: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  try {
    expect(() => read({ ...AGENCY, secretFiles }, env)).toThrow('ended');
    return [said.join(''), Number(exit.mock.calls[0]?.[0])];
  } finally {
    write.mockRestore();
    exit.mockRestore();
  }
}

it('needs the URLs of its database and of the grants, the keys that it goes by, its own for records and cursors, and nothing else', () => {
  expect(readAgencyConfig(AGENCY, REQUIRED)).toEqual({
    ...{ host: '127.0.0.1', port: 0, databaseUrl: POST_OFFICE, today: undefined, logLevel: 'info' },
    ...{ gatewayKeysFile: GATEWAY_JWKS_FILE, tls: null, secrets: expect.any(Secrets) as Secrets },
    audit: { keys: expect.any(AuditKeys) as AuditKeys, witness: null, headKeys: null },
    bundle: {
      url: ACCESS_BUNDLE_URL,
      keysFile: GATEWAY_JWKS_FILE,
      organizationKeysFile: ORGANIZATION_JWKS_FILE,
    },
  });
});

it('may listen on any address, since only the gateway is served', () => {
  expect(readAgencyConfig(AGENCY, { ...REQUIRED, HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
});

it('names every bad key at once, as its caller wrote it, and no value', () => {
  const env = {
    [URL_KEY]: 'postgresql://clerk:secret@127.0.0.1:port/post',
    HOST: '',
    PORT: 'secret',
    NODE_ENV: 'production',
    SIMPUL_TODAY: '2026-06-15',
    SIMPUL_DATE: 'secret',
    LOG_LEVEL: 'secret',
    GATEWAY_JWKS_FILE: '/nowhere/secret',
    ACCESS_BUNDLE_URL: 'file:///secret',
    ACCESS_BUNDLE_JWKS_FILE: '/nowhere/secret',
    ORGANIZATION_JWKS_FILE: GATEWAY_JWKS_FILE,
    TLS_CERT_FILE: '/nowhere/secret',
    AUDIT_KEYS_FILE: '/nowhere/secret',
    CURSOR_KEYS_FILE: '/nowhere/secret',
    AUDIT_JWKS_FILE: '/nowhere/secret',
    AUDIT_WITNESS_URL: 'secret',
  };
  const [said, code] = refusal(env);

  expect(code).toBe(78);
  for (const key of [
    ...Object.keys(env),
    'TLS_KEY_FILE',
    'TLS_CLIENT_CA_FILE',
    'AUDIT_SIGNING_KEY_FILE',
  ].filter((name) => name !== 'NODE_ENV'))
    expect(said).toMatch(new RegExp(`^  ${key}: `, 'm'));
  expect(said).not.toContain('secret');
  expect(refusal({})[0]).toMatch(
    new RegExp(
      `^  CURSOR_KEYS_FILE: set it to [^]*^  AUDIT_KEYS_FILE: set it to [^]*^  GATEWAY_JWKS_FILE: set it to [^]*^  ${URL_KEY}: set it to the URL`,
      'm',
    ),
  );
});

it('wants public keys: with the private one every agency could speak for the gateway', () => {
  const [said] = refusal({ ...REQUIRED, GATEWAY_JWKS_FILE: PRIVATE_KEY });
  expect(said).toContain('GATEWAY_JWKS_FILE: must be a file with a set of public Ed25519 JWKs');
  expect(refusal({ ...REQUIRED, ACCESS_BUNDLE_JWKS_FILE: PRIVATE_KEY })[0]).toContain(
    'ACCESS_BUNDLE_JWKS_FILE: must be a file with a set of public Ed25519 JWKs',
  );
});

it('wants nothing of the gateway for its loaders, which serve nobody', () => {
  expect(readLoaderConfig(AGENCY, { [URL_KEY]: POST_OFFICE })).toEqual({
    databaseUrl: POST_OFFICE,
    secrets: new Secrets(),
  });
  expect(refusal({}, readLoaderConfig)[0]).toContain(`  ${URL_KEY}: set it to the URL`);
});

it('leaves keys of the house alone that concern other processes', () => {
  const exported = Object.fromEntries(HOUSE_KEYS.map((key) => [key, '2026-06-15']));
  expect(readAgencyConfig(AGENCY, { ...REQUIRED, ...exported }).today).toBe('2026-06-15');
});

it('names a missing or unusable file of secrets with the other bad keys', () => {
  const files = [{ key: 'LAMP_KEYS_FILE', parse: KeyRing.parse, generate: KeyRing.generate }];
  for (const LAMP_KEYS_FILE of [undefined, '/nowhere/secret', __filename]) {
    const named = LAMP_KEYS_FILE === undefined ? {} : { LAMP_KEYS_FILE };
    const [said, code] = refusal({ ...REQUIRED, ...named, PORT: 'secret' }, readAgencyConfig, files);
    expect(code).toBe(78);
    expect(said).toMatch(/^ {2}LAMP_KEYS_FILE: [^]*^ {2}PORT: /m);
    expect(said).not.toContain('secret ');
    expect(refusal({ [URL_KEY]: POST_OFFICE, ...named }, readLoaderConfig, files)[0]).toContain(
      '  LAMP_KEYS_FILE: ',
    );
  }
});

it('reads what its audit needs: a witness with a key to sign for it, and the keys of those it keeps watch over', () => {
  const [signing, jwks] = ['audit.jwk', 'audit.jwks.json'].map((name) => path.join(folder, name)) as [
    string,
    string,
  ];
  const key = makeSigningKey();
  writeFileSync(signing, JSON.stringify(key.key.export({ format: 'jwk' })));
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...publicJwk(key), agency: 'inn' }] }));
  const env = {
    ...{ ...REQUIRED, AUDIT_SIGNING_KEY_FILE: signing, AUDIT_JWKS_FILE: jwks },
    AUDIT_WITNESS_URL: 'http://127.0.0.1:4002/audit-heads',
  };
  const { audit } = readAgencyConfig(AGENCY, env);
  expect(audit.witness).toMatchObject({ url: env.AUDIT_WITNESS_URL, key: { kid: key.kid } });
  expect([...(audit.headKeys?.get('inn')?.keys() ?? [])]).toEqual([key.kid]);
});

it.each(['AUDIT_KEYS_FILE', 'CURSOR_KEYS_FILE'])('wants %s such that nobody else can read it', (key) => {
  const [said] = refusal({ ...REQUIRED, [key]: GATEWAY_JWKS_FILE });
  expect(said).toContain(`${key}: must be closed to everybody but its owner (chmod 600)`);
});
