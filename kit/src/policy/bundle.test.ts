import { createHmac } from 'node:crypto';
import type { AccessBundle } from '@simpul/schema/contract/bundle';
import {
  BundleExpired,
  type UnsignedGrant,
  canonicalGrant,
  signBundle,
  signGrant,
  verifyBundle,
  verifyCountersignature,
} from './bundle';
import { SignatureRefused, signText } from './jws';
import { makeSigningKey, openVerificationKeys, publicJwk } from '../keys/signing-key';

const key = makeSigningKey();
const stranger = makeSigningKey();
const keys = openVerificationKeys([publicJwk(key)]);
const NOW = new Date('2026-06-15T03:00:00.000Z');
const fresh = { now: NOW, maxAgeMs: 10_000 };

const GRANT: UnsignedGrant = {
  id: '0b0a3c7e-0f67-4f0a-9d4f-2f4f3b8c9a01',
  version: 1,
  agreement: '3b2b7c68-63f0-4ce0-8f5b-0b62ad0ba6a2',
  clause: '4',
  provider: 'd8b3c9f5-9a4c-4a53-8f83-7d3c1b7a1e11',
  recipient: '7d5c2f2a-2d31-4b3f-bc4a-45c8dbf0d7a2',
  categories: ['HISTORY', 'IDENTITY'],
  purposes: ['TRAINING'],
  regions: ['36.73'],
  onlyUnderAgreement: true,
  fields: [],
  legalBasis: 'PUBLIC_TASK',
  validFrom: '2026-01-02',
  validTo: null,
};
const BUNDLE: AccessBundle = {
  version: 7,
  asOf: NOW.toISOString(),
  grants: [{ ...GRANT, countersignatures: [] }],
};

async function faultOf(checked: Promise<unknown>): Promise<string> {
  const error: unknown = await checked.then(
    () => 'accepted',
    (thrown: unknown) => thrown,
  );
  return error instanceof SignatureRefused ? error.fault : String(error);
}

function withHeader(jws: string, header: object): string {
  const [, ...rest] = jws.split('.');
  return [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.');
}

describe('the text of a grant', () => {
  it('is the same whatever order its members and lists were written in', () => {
    const { id, ...others } = GRANT;
    const shuffled = { ...others, categories: ['IDENTITY', 'HISTORY', 'IDENTITY'] as const, id };
    expect(canonicalGrant(shuffled)).toBe(canonicalGrant(GRANT));
    expect(canonicalGrant(GRANT)).toBe(
      '{"id":"0b0a3c7e-0f67-4f0a-9d4f-2f4f3b8c9a01","version":1,"agreement":"3b2b7c68-63f0-4ce0-8f5b-0b62ad0ba6a2","clause":"4","provider":"d8b3c9f5-9a4c-4a53-8f83-7d3c1b7a1e11","recipient":"7d5c2f2a-2d31-4b3f-bc4a-45c8dbf0d7a2","categories":["HISTORY","IDENTITY"],"purposes":["TRAINING"],"regions":["36.73"],"onlyUnderAgreement":true,"fields":[],"legalBasis":"PUBLIC_TASK","validFrom":"2026-01-02","validTo":null}',
    );
  });

  it('leaves out signatures and whatever else hangs on it', () => {
    const published = { ...GRANT, countersignatures: [], demo: true };
    expect(canonicalGrant(published)).toBe(canonicalGrant(GRANT));
  });
});

describe('a countersignature', () => {
  it('is detached and holds for its grant', async () => {
    const signature = await signGrant(GRANT, key);
    expect(signature).toMatch(/^[\w-]+\.\.[\w-]+$/);
    await expect(verifyCountersignature(GRANT, signature, keys)).resolves.toBeUndefined();
  });

  it.each<[keyof UnsignedGrant, unknown]>([
    ['id', 'another'],
    ['version', 2],
    ['agreement', 'another'],
    ['clause', null],
    ['provider', 'another'],
    ['recipient', 'another'],
    ['categories', ['HISTORY', 'IDENTITY', 'CONTACT']],
    ['purposes', ['TRAINING', 'BENEFIT']],
    ['regions', []],
    ['onlyUnderAgreement', false],
    ['fields', ['Person.name']],
    ['legalBasis', 'CONSENT'],
    ['validFrom', '2025-01-01'],
    ['validTo', '2030-01-01'],
  ])('does not hold once %s is widened', async (member, value) => {
    const widened = { ...GRANT, [member]: value };
    const check = verifyCountersignature(widened, await signGrant(GRANT, key), keys);
    expect(await faultOf(check)).toBe('SIGNATURE_WRONG');
  });

  it('by a key that is not known does not hold', async () => {
    expect(await faultOf(verifyCountersignature(GRANT, await signGrant(GRANT, stranger), keys))).toBe(
      'KEY_UNKNOWN',
    );
  });

  it('by another key under a known name does not hold', async () => {
    const forged = await signGrant(GRANT, { kid: key.kid, key: stranger.key });
    expect(await faultOf(verifyCountersignature(GRANT, forged, keys))).toBe('SIGNATURE_WRONG');
  });

  it('that carries its own payload, or is no JWS, does not hold', async () => {
    const whole = await signText('simpul-grant+jws', canonicalGrant(GRANT), key);
    for (const malformed of [whole, '', '..', 'a..b.c', 'x'])
      expect(await faultOf(verifyCountersignature(GRANT, malformed, keys))).toBe('MALFORMED');
  });
});

describe('a bundle', () => {
  it('comes back as it was signed', async () => {
    expect(await verifyBundle(await signBundle(BUNDLE, key), keys, fresh)).toEqual(BUNDLE);
  });

  it('with a changed payload is refused', async () => {
    const [header, , mark] = (await signBundle(BUNDLE, key)).split('.');
    const payload = Buffer.from(JSON.stringify({ ...BUNDLE, version: 8 })).toString('base64url');
    const tampered = `${String(header)}.${payload}.${String(mark)}`;
    expect(await faultOf(verifyBundle(tampered, keys, fresh))).toBe('SIGNATURE_WRONG');
  });

  it('by an unknown key, or by another under a known name, is refused', async () => {
    expect(await faultOf(verifyBundle(await signBundle(BUNDLE, stranger), keys, fresh))).toBe('KEY_UNKNOWN');
    const forged = await signBundle(BUNDLE, { kid: key.kid, key: stranger.key });
    expect(await faultOf(verifyBundle(forged, keys, fresh))).toBe('SIGNATURE_WRONG');
  });

  it('under another algorithm is refused', async () => {
    const signed = await signBundle(BUNDLE, key);
    const typ = 'simpul-access-bundle+jws';
    const unsigned = withHeader(signed, { alg: 'none', typ, kid: key.kid });
    expect(await faultOf(verifyBundle(unsigned, keys, fresh))).toBe('ALGORITHM_REFUSED');
    const [header = '', payload = ''] = withHeader(signed, { alg: 'HS256', typ, kid: key.kid }).split('.');
    const secret = JSON.stringify(publicJwk(key));
    const mark = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
    expect(await faultOf(verifyBundle(`${header}.${payload}.${mark}`, keys, fresh))).toBe(
      'ALGORITHM_REFUSED',
    );
  });

  it('without the name of its key is refused', async () => {
    const nameless = withHeader(await signBundle(BUNDLE, key), { alg: 'EdDSA' });
    expect(await faultOf(verifyBundle(nameless, keys, fresh))).toBe('KEY_UNKNOWN');
  });

  it('is not what somebody signed as a grant', async () => {
    const other = await signText('simpul-grant+jws', JSON.stringify(BUNDLE), key);
    expect(await faultOf(verifyBundle(other, keys, fresh))).toBe('MALFORMED');
  });

  it.each([
    ['half a bundle', { version: 7, asOf: NOW.toISOString() }],
    ['a category of no list', { ...BUNDLE, grants: [{ ...BUNDLE.grants[0], categories: ['ALL'] }] }],
  ])('with %s inside is refused', async (_, content) => {
    const signed = await signText('simpul-access-bundle+jws', JSON.stringify(content), key);
    expect(await faultOf(verifyBundle(signed, keys, fresh))).toBe('MALFORMED');
  });

  it('is refused once it is too old, or from too far ahead', async () => {
    const signed = await signBundle(BUNDLE, key);
    const at = (ms: number) => verifyBundle(signed, keys, { ...fresh, now: new Date(NOW.getTime() + ms) });
    await expect(at(10_000)).resolves.toEqual(BUNDLE);
    await expect(at(-5000)).resolves.toEqual(BUNDLE);
    await expect(at(10_001)).rejects.toThrow(BundleExpired);
    await expect(at(-5001)).rejects.toThrow(BundleExpired);
  });
});

describe('keys', () => {
  it('that are no public Ed25519 keys are not opened', () => {
    const { d } = key.key.export({ format: 'jwk' });
    expect(() => openVerificationKeys([{ ...publicJwk(key), d }])).toThrow();
    expect(() => openVerificationKeys([{ ...publicJwk(key), crv: 'X25519' }])).toThrow();
    expect(() => openVerificationKeys([{ kty: 'oct', k: 'c2VjcmV0', kid: 'a' }])).toThrow();
  });
});
