import { type KeyObject, createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { makeKeyPair } from './gateway-keys';
import { type Caller, callerIn } from './internal-token';
import { InternalTokenSigner } from './internal-token-signer';
import { InternalTokenVerifier, TokenRefused, assertBody } from './internal-token-verifier';

const NOW = Date.parse('2026-11-22T08:00:00.400Z');
const BODY = '{"query":"{ __typename }"}';
const CALLER: Caller = {
  identity: {
    subject: 'a-17',
    client: 'portal',
    organization: 'serang',
    office: 'office-1',
    employer: null,
    person: null,
    roles: ['CASEWORKER', 'HEAD'],
  },
  purpose: 'PLACEMENT',
  bundleVersion: 7,
};

const { privateJwk, publicJwks } = makeKeyPair();
const key = createPrivateKey({ key: privateJwk, format: 'jwk' });
const [{ kid }] = publicJwks.keys;
const known = new Map<string, KeyObject>([[kid, createPublicKey(key)]]);

const signer = (now = NOW): InternalTokenSigner => new InternalTokenSigner({ kid, key }, () => now);
const verifier = (now = NOW): InternalTokenVerifier =>
  new InternalTokenVerifier({
    audience: 'lighthouse',
    keys: { find: (name) => known.get(name) },
    now: () => now,
  });
const word = (now = NOW): string => signer(now).authorize('lighthouse', CALLER, BODY);

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof TokenRefused) return error.reason;
    throw error;
  }
  return 'accepted';
}

describe('a token of ours', () => {
  it('tells the agency who asks, for what, under which bundle, and nothing else', () => {
    expect(callerIn(verifier().verify([word()]))).toEqual(CALLER);
  });

  it('is one that jose accepts, with the claims of the contract', async () => {
    const { createLocalJWKSet, jwtVerify } = await import('jose');
    const { payload, protectedHeader } = await jwtVerify(
      word().slice('Bearer '.length),
      createLocalJWKSet({ keys: [...publicJwks.keys] }),
      {
        algorithms: ['EdDSA'],
        audience: 'lighthouse',
        issuer: 'simpul-gateway',
        typ: 'simpul+jwt',
        currentDate: new Date(NOW),
      },
    );
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'simpul+jwt', kid });
    const iat = Math.floor(NOW / 1000);
    expect(payload).toEqual({
      ...{ iss: 'simpul-gateway', aud: 'lighthouse', iat, exp: iat + 30 },
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      ...{ sub: 'a-17', client: 'portal', org: 'serang', office: 'office-1', employer: null, person: null },
      ...{ roles: ['CASEWORKER', 'HEAD'], purpose: 'PLACEMENT', bv: 7 },
      bh: createHash('sha256').update(BODY).digest('base64url'),
    });
  });

  it('is another one every time', () => {
    expect(word()).not.toBe(word());
  });

  it('is for one body, byte for byte', () => {
    const claims = verifier().verify([word()]);
    expect(
      reasonOf(() => {
        assertBody(claims, Buffer.from(BODY));
      }),
    ).toBe('accepted');
    expect(
      reasonOf(() => {
        assertBody(claims, Buffer.from(`${BODY} `));
      }),
    ).toBe('OTHER_BODY');
    expect(
      reasonOf(() => {
        assertBody(claims, Buffer.alloc(0));
      }),
    ).toBe('OTHER_BODY');
  });

  it.each([
    ['30 seconds and the tolerance later', 34_500, 'accepted'],
    ['after that', 35_000, 'EXPIRED'],
    ['from a clock that is 5 seconds ahead', -5_000, 'accepted'],
    ['from a clock that is further ahead', -6_000, 'NOT_YET_VALID'],
  ])('%s', (_, later, outcome) => {
    expect(reasonOf(() => verifier(NOW + later).verify([word()]))).toBe(outcome);
  });

  it('is for one agency', () => {
    const other = signer().authorize('post-office', CALLER, BODY);
    expect(reasonOf(() => verifier().verify([other]))).toBe('WRONG_AUDIENCE');
  });
});

describe('what the header may be', () => {
  it.each([
    ['nothing', []],
    ['an empty value', ['']],
    ['two tokens', [word(), word()]],
    ['the same token twice', Array<string>(2).fill(word())],
  ])('is not %s', (_, values) => {
    expect(reasonOf(() => verifier().verify(values))).toBe('NO_SINGLE_TOKEN');
  });

  it.each([
    ['another scheme', word().replace('Bearer', 'Basic')],
    ['a scheme in other letters', word().replace('Bearer', 'bearer')],
    ['two tokens in one value', `${word()}, ${word()}`],
    ['white space at its end', `${word()} `],
    ['a token without signature', word().replace(/[^.]*$/, '')],
    ['a token cut off', word().slice(0, -1)],
    ['sixteen kilobytes', `Bearer ${'A'.repeat(16_000)}.A.${'A'.repeat(86)}`],
  ])('is not %s', (_, value) => {
    expect(reasonOf(() => verifier().verify([value]))).toBe('MALFORMED');
  });

  it('is not another text for the same signature', () => {
    const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const value = word();
    // The last of 86 characters carries two bits; the four others are zero in what was sent.
    const twin = value.slice(0, -1) + (ALPHABET[ALPHABET.indexOf(value.slice(-1)) + 1] ?? '');
    const bytes = (text: string): Buffer => Buffer.from(text.split('.')[2] ?? '', 'base64url');
    expect(bytes(twin)).toEqual(bytes(value));
    expect(reasonOf(() => verifier().verify([twin]))).toBe('BAD_SIGNATURE');
  });
});
