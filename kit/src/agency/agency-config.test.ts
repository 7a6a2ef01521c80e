import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOUSE_KEYS } from '../config/keys';
import { AuditKeys, auditKeys } from '../audit/audit-keys';
import { makeKeyPair } from '../identity/gateway-keys';
import { makeSigningKey, publicJwk } from '../keys/signing-key';
import { ensureSecretFile } from '../secrets/secret-file';
import { readAgencyConfig, readDatabaseUrl } from './agency-config';

const URL_KEY = 'DATABASE_URL_POST_OFFICE';
const POST_OFFICE = 'postgresql://clerk:secret@127.0.0.1:5432/post';

const folder = mkdtempSync(path.join(tmpdir(), 'simpul-config-'));
const [GATEWAY_JWKS_FILE, PRIVATE_KEY] = ['jwks.json', 'key.json'].map((name) => path.join(folder, name)) as [
  string,
  string,
];
const AUDIT_KEYS_FILE = ensureSecretFile(path.join(folder, 'secrets'), auditKeys);
const REQUIRED = { [URL_KEY]: POST_OFFICE, GATEWAY_JWKS_FILE, AUDIT_KEYS_FILE };

beforeAll(() => {
  const { privateJwk, publicJwks } = makeKeyPair();
  writeFileSync(GATEWAY_JWKS_FILE, JSON.stringify(publicJwks));
  writeFileSync(PRIVATE_KEY, JSON.stringify({ keys: [{ ...privateJwk, kid: 'k' }] }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a process says that ends because of its configuration, and its exit code. */
function refusal(
  env: NodeJS.ProcessEnv,
  read: (agency: string, env: NodeJS.ProcessEnv) => unknown = readAgencyConfig,
): [string, number | undefined] {
  const said: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  try {
    expect(() => read('post-office', env)).toThrow('ended');
    return [said.join(''), Number(exit.mock.calls[0]?.[0])];
  } finally {
    write.mockRestore();
    exit.mockRestore();
  }
}

it('needs the URL of its database, the keys of the gateway, its own for records and nothing else', () => {
  expect(readAgencyConfig('post-office', REQUIRED)).toEqual({
    ...{ host: '127.0.0.1', port: 0, databaseUrl: POST_OFFICE, today: undefined, logLevel: 'info' },
    ...{ gatewayKeysFile: GATEWAY_JWKS_FILE, tls: null },
    audit: { keys: expect.any(AuditKeys) as AuditKeys, witness: null, headKeys: null },
  });
});

it('may listen on any address, since only the gateway is served', () => {
  expect(readAgencyConfig('post-office', { ...REQUIRED, HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
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
    TLS_CERT_FILE: '/nowhere/secret',
    AUDIT_KEYS_FILE: '/nowhere/secret',
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
      `^  AUDIT_KEYS_FILE: set it to [^]*^  GATEWAY_JWKS_FILE: set it to [^]*^  ${URL_KEY}: set it to the URL`,
      'm',
    ),
  );
});

it('wants public keys: with the private one every agency could speak for the gateway', () => {
  const [said] = refusal({ ...REQUIRED, GATEWAY_JWKS_FILE: PRIVATE_KEY });
  expect(said).toContain('GATEWAY_JWKS_FILE: must be a file with a set of public Ed25519 JWKs');
});

it('wants nothing of the gateway for its loaders, which serve nobody', () => {
  expect(readDatabaseUrl('post-office', { [URL_KEY]: POST_OFFICE })).toBe(POST_OFFICE);
  expect(refusal({}, readDatabaseUrl)[0]).toContain(`  ${URL_KEY}: set it to the URL`);
});

it('leaves keys of the house alone that concern other processes', () => {
  const exported = Object.fromEntries(HOUSE_KEYS.map((key) => [key, '2026-06-15']));
  expect(readAgencyConfig('post-office', { ...REQUIRED, ...exported }).today).toBe('2026-06-15');
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
  const { audit } = readAgencyConfig('post-office', env);
  expect(audit.witness).toMatchObject({ url: env.AUDIT_WITNESS_URL, key: { kid: key.kid } });
  expect([...(audit.headKeys?.get('inn')?.keys() ?? [])]).toEqual([key.kid]);
});

it('wants keys of its audit that nobody else can read', () => {
  const [said] = refusal({ ...REQUIRED, AUDIT_KEYS_FILE: GATEWAY_JWKS_FILE });
  expect(said).toContain('AUDIT_KEYS_FILE: must be closed to everybody but its owner (chmod 600)');
});
