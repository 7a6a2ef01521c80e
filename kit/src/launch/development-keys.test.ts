import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ORGANIZATIONS, organizationId } from '@simpul/schema/contract/ids';
import { CannotStart } from '../postgres/cannot-start';
import { readPublicKeys } from '../identity/gateway-keys';
import { signBundle, verifyBundle } from '../policy/bundle';
import { readOrganizationKeys } from '../policy/organization-keys';
import { openVerificationKeys, readSigningKey } from '../keys/signing-key';
import { developmentKeys, keysFor } from './development-keys';

const folder = mkdtempSync(path.join(tmpdir(), 'simpul-keys-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const jwksIn = (file: string) =>
  (JSON.parse(readFileSync(path.join(folder, 'keys', file), 'utf8')) as { keys: Record<string, string>[] })
    .keys;

it('makes a key for the bundle and one for each organisation, which only their owner can read', () => {
  const keys = developmentKeys(folder);
  const organizations = keys.get('ORGANIZATION_KEYS_DIR') ?? '';
  expect(readdirSync(organizations).sort()).toEqual(ORGANIZATIONS.map((slug) => `${slug}.jwk`).sort());
  const files = [keys.get('ACCESS_BUNDLE_KEY_FILE') ?? '', path.join(organizations, 'bbpvp-serang.jwk')];
  for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(organizations).mode & 0o777).toBe(0o700);
});

it('publishes the public halves only, those of organisations by their ids', () => {
  const all = [...jwksIn('access-bundle.jwks.json'), ...jwksIn('organizations.jwks.json')];
  expect(all.every((jwk) => jwk['kty'] === 'OKP' && !('d' in jwk))).toBe(true);
  expect(jwksIn('organizations.jwks.json').map((jwk) => jwk['organization'])).toEqual(
    ORGANIZATIONS.map((slug) => organizationId(slug)),
  );
});

it('keeps the keys it finds, and they fit together', async () => {
  const bundle = { version: 1, asOf: new Date().toISOString(), grants: [] };
  const before = jwksIn('access-bundle.jwks.json');
  const file = developmentKeys(folder).get('ACCESS_BUNDLE_KEY_FILE') ?? '';
  const signed = await signBundle(bundle, readSigningKey(file));
  const fresh = { now: new Date(), maxAgeMs: 10_000 };
  expect(await verifyBundle(signed, openVerificationKeys(before), fresh)).toEqual(bundle);
});

it('gives a process the keys that it asks for and no other, and none that nobody makes', () => {
  const keys = developmentKeys(folder);
  expect(keysFor([], keys)).toEqual({});
  expect(Object.keys(keysFor(['ORGANIZATION_KEYS_DIR'], keys))).toEqual(['ORGANIZATION_KEYS_DIR']);
  expect(readOrganizationKeys(keys.get('ORGANIZATION_JWKS_FILE') ?? '').size).toBe(ORGANIZATIONS.length);
  expect(readPublicKeys(keys.get('ACCESS_BUNDLE_JWKS_FILE') ?? '').size).toBe(1);
  expect(() => keysFor(['MASTER_KEY'], keys)).toThrow(CannotStart);
});

it('says which file is damaged', () => {
  writeFileSync(path.join(folder, 'keys', 'access-bundle.jwk'), '{}');
  expect(() => developmentKeys(folder)).toThrow(/access-bundle\.jwk holds no private Ed25519 key/);
});
