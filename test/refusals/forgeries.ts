import { createHmac, createSign, randomUUID } from 'node:crypto';
import { type KeyPair, type TestIssuer, claimsOf, keyPair, sign } from '../testkit/issuer';

/** The headers of a request. */
type Headers = readonly (readonly [string, string])[];

/** An attempt to be let in without the right to. */
export interface Forgery {
  readonly name: string;
  readonly headers: Headers;
  /** After the path. */
  readonly search?: string;
}

type Json = Readonly<Record<string, unknown>>;

const encode = (part: Json | string): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

/** Makes them all, each from a token that would be accepted but for one thing. */
export class Forger {
  private readonly now = Math.floor(Date.now() / 1000);
  private readonly claims: Json;

  private constructor(
    private readonly issuer: TestIssuer,
    private readonly good: string,
    private readonly foreign: KeyPair,
    private readonly rsa: KeyPair,
  ) {
    this.claims = claimsOf('head', issuer.trust.issuer, this.now);
  }

  static async of(issuer: TestIssuer): Promise<Forger> {
    const foreign = await keyPair('ES256', issuer.key.kid);
    const rsa = await keyPair('RS256', issuer.key.kid);
    return new Forger(issuer, await issuer.tokenFor('head'), foreign, rsa);
  }

  async all(): Promise<readonly Forgery[]> {
    const tokens = [
      ...this.unsigned(),
      ...this.symmetric(),
      ...(await this.ownRules()),
      ...(await this.otherKeys()),
      ...(await this.wrongClaims()),
      ...(await this.otherKinds()),
      ...this.damaged(),
    ];
    const bearers = tokens.map(([name, token]): Forgery => bearer(name, `Bearer ${token}`));
    return [...bearers, ...this.confusedHeaders()];
  }

  /** A token with its header and its signature as given. */
  private raw(header: Json, signature: string, claims: Json = this.claims): string {
    return `${encode({ typ: 'at+jwt', kid: this.issuer.key.kid, ...header })}.${encode(claims)}.${signature}`;
  }

  private get signature(): string {
    return this.good.split('.')[2] ?? '';
  }

  private unsigned(): [string, string][] {
    return [
      ...['none', 'None', 'NONE', 'nOnE'].map((alg): [string, string] => [
        `alg ${alg} and some signature`,
        this.raw({ alg }, this.signature),
      ]),
      ['alg none without a signature', this.raw({ alg: 'none' }, '')],
      ['alg none and no third part', this.raw({ alg: 'none' }, '').replace(/\.$/, '')],
      ['no alg', this.raw({}, this.signature)],
      ['an empty alg', this.raw({ alg: '' }, this.signature)],
      ['an alg that is a list', this.raw({ alg: ['ES256'] }, this.signature)],
      ['an alg that nobody knows', this.raw({ alg: 'ES255' }, this.signature)],
    ];
  }

  /** The public key is no secret: a verifier that took it for one would accept anybody's signature. */
  private symmetric(): [string, string][] {
    const publicKey = JSON.stringify(this.issuer.key.publicJwk);
    return [256, 384, 512].map((bits) => {
      const unsigned = this.raw({ alg: `HS${String(bits)}` }, '').slice(0, -1);
      const mac = createHmac(`sha${String(bits)}`, publicKey)
        .update(unsigned)
        .digest('base64url');
      return [`HS${String(bits)} with the public key`, `${unsigned}.${mac}`];
    });
  }

  private async ownRules(): Promise<[string, string][]> {
    const { foreign, issuer } = this;
    const headers: [string, Json][] = [
      ['a key that it brings itself (jwk)', { jwk: foreign.publicJwk }],
      ['an address of keys (jku)', { jku: `${issuer.trust.issuer}/jwks` }],
      ['a foreign address of keys (jku)', { jku: 'https://evil.example/jwks', kid: 'evil' }],
      ['an address of certificates (x5u)', { x5u: 'https://evil.example/chain.pem' }],
      ['a certificate (x5c)', { x5c: ['MIIB'] }],
      ['a kid that is a path', { kid: '../../../../dev/null' }],
      ['a kid that is a statement', { kid: "' UNION SELECT 'key" }],
      ['a kid that is an address', { kid: 'https://evil.example/key' }],
      ['a kid that is a command', { kid: '| cat /etc/passwd' }],
      ['a kid that every object has', { kid: '__proto__' }],
      ['an unknown kid', { kid: randomUUID() }],
      ['a kid of 3,000 letters', { kid: 'k'.repeat(3000) }],
    ];
    return Promise.all(
      headers.map(async ([name, header]): Promise<[string, string]> => [
        name,
        await sign(this.claims, foreign, header),
      ]),
    );
  }

  private async otherKeys(): Promise<[string, string][]> {
    const { claims, foreign, issuer, rsa } = this;
    const [header = '', payload = ''] = this.good.split('.');
    const der = createSign('sha256').update(`${header}.${payload}`);
    const { exportPKCS8 } = await import('jose');
    return [
      ['another key under the same kid', await sign(claims, foreign)],
      ['an RSA key under the kid of an EC key', await sign(claims, rsa)],
      [
        'an RSA-PSS key under the kid of an EC key',
        await sign(claims, await keyPair('PS256', issuer.key.kid)),
      ],
      [
        'an Ed25519 key under the kid of an EC key',
        await sign(claims, await keyPair('EdDSA', issuer.key.kid)),
      ],
      [
        'an algorithm of its curve that is not accepted',
        await sign(claims, await keyPair('ES384', issuer.key.kid)),
      ],
      [
        'the signature in DER',
        `${header}.${payload}.${der.sign(await exportPKCS8(issuer.key.privateKey), 'base64url')}`,
      ],
      ['a signature of zeros', this.raw({ alg: 'ES256' }, Buffer.alloc(64).toString('base64url'))],
      ['no kid', await sign(claims, issuer.key, { kid: undefined })],
      ['a kid that is a number', this.raw({ alg: 'ES256', kid: 7 }, this.signature)],
      ['a crit header', this.raw({ alg: 'ES256', crit: ['exp'], exp: 1 }, this.signature)],
      ['an empty crit header', this.raw({ alg: 'ES256', crit: [] }, this.signature)],
      [
        'a payload that is not encoded (b64)',
        this.raw({ alg: 'ES256', b64: false, crit: ['b64'] }, this.signature),
      ],
      ['b64 without crit, signed well', await sign(claims, issuer.key, { b64: true })],
    ];
  }

  /** Signed by the issuer itself: only what they say is wrong. */
  private async wrongClaims(): Promise<[string, string][]> {
    const { issuer, now } = this;
    const changes: [string, Json][] = [
      ['an expiry in the past', { exp: now - 60, iat: now - 360 }],
      ['an expiry 7 s ago', { exp: now - 7 }],
      ['a beginning in a minute', { nbf: now + 60 }],
      ['an issue in a minute', { iat: now + 60 }],
      ['an issue two days ago', { iat: now - 172_800 }],
      ['no expiry', { exp: undefined }],
      ['an expiry that is a text', { exp: String(now + 300) }],
      ['an expiry that is null', { exp: null }],
      ['an expiry that is a list', { exp: [now + 300] }],
      ['a beginning that is a text', { nbf: 'now' }],
      ['no issue', { iat: undefined }],
      ['no id', { jti: undefined }],
      ['another issuer', { iss: 'https://evil.example' }],
      ['an issuer with a slash more', { iss: `${issuer.trust.issuer}/` }],
      ['several issuers', { iss: [issuer.trust.issuer] }],
      ['no issuer', { iss: undefined }],
      ['another audience', { aud: 'province' }],
      ['an audience in capitals', { aud: 'SIMPUL' }],
      ['audiences without ours', { aud: ['province', 'simpul-staging'] }],
      ['an audience that is an object', { aud: { simpul: true } }],
      ['no audience', { aud: undefined }],
      ['no subject', { sub: undefined }],
      ['an empty subject', { sub: '' }],
      ['several subjects', { sub: ['head', 'auditor'] }],
      ['no client', { client_id: undefined }],
      ['a client that is a number', { client_id: 1 }],
      ['roles in one text', { roles: 'HEAD' }],
      ['roles that are an object', { roles: { HEAD: true } }],
      ['several organisations', { organization: [randomUUID(), randomUUID()] }],
      ['an office that is a condition', { office: "' OR true --" }],
      ['a person that is a number', { person: 23 }],
    ];
    return Promise.all(
      changes.map(async ([name, change]): Promise<[string, string]> => [
        name,
        await sign({ ...this.claims, ...change }, issuer.key),
      ]),
    );
  }

  private async otherKinds(): Promise<[string, string][]> {
    const { claims, issuer } = this;
    return [
      ['an id token', await sign({ ...claims, aud: 'explorer', nonce: 'n' }, issuer.key, { typ: 'JWT' })],
      ['an id token for our audience', await sign({ ...claims, nonce: 'n' }, issuer.key, { typ: 'JWT' })],
      ['a logout token', await sign(claims, issuer.key, { typ: 'logout+jwt' })],
      ['the internal token of an agency', await sign(claims, issuer.key, { typ: 'simpul+jwt' })],
      ['no typ', await sign(claims, issuer.key, { typ: undefined })],
    ];
  }

  private damaged(): [string, string][] {
    const [header = '', payload = '', signature = ''] = this.good.split('.');
    const other = encode(claimsOf('auditor', this.issuer.trust.issuer, this.now));
    return [
      ['a payload of somebody else', `${header}.${other}.${signature}`],
      ['its end cut off', this.good.slice(0, -8)],
      ['no signature', `${header}.${payload}`],
      ['an empty signature', `${header}.${payload}.`],
      ['a part too many', `${this.good}.${signature}`],
      ['five parts, as if encrypted', [header, '', payload, payload, signature].join('.')],
      ['a header that is not JSON', `${encode('{"alg":')}.${payload}.${signature}`],
      ['a header that is a list', `${encode('[]')}.${payload}.${signature}`],
      ['a payload that is not JSON', `${header}.${encode('head')}.${signature}`],
      ['plain base64 in its signature', `${header}.${payload}.${signature.slice(0, -2)}+/`],
      ['padding', `${this.good}==`],
      ['12,000 letters', `${header}.${'a'.repeat(12_000)}.${signature}`],
      ['three dots', '..'],
      ['the word null', 'null'],
    ];
  }

  private confusedHeaders(): readonly Forgery[] {
    const { good } = this;
    const line = `Bearer ${good}`;
    return [
      { name: 'the header twice, with the same good token', headers: twice(line, line) },
      { name: 'the header twice, good and bad', headers: twice(line, 'Bearer bad') },
      { name: 'the header twice, good and empty', headers: twice(line, '') },
      bearer('two tokens in one header', `Bearer ${good}, Bearer ${good}`),
      bearer('two tokens after one word', `Bearer ${good} ${good}`),
      bearer('a token without its scheme', good),
      bearer('a token that sticks to its scheme', `Bearer${good}`),
      bearer('an empty header', ''),
      bearer('a scheme and nothing else', 'Bearer'),
      bearer('a good token as Basic', `Basic ${good}`),
      bearer('a name and a password', `Basic ${Buffer.from('head:head').toString('base64')}`),
      bearer('a good token as DPoP', `DPoP ${good}`),
      bearer('a good token as Token', `Token ${good}`),
      { name: 'a good token in the address', headers: [], search: `?access_token=${good}` },
      {
        name: 'a good token in the address and in the header',
        headers: [['authorization', line]],
        search: `?access_token=${good}`,
      },
    ];
  }
}

function bearer(name: string, value: string): Forgery {
  return { name, headers: [['authorization', value]] };
}

function twice(...values: readonly string[]): Headers {
  return values.map((value) => ['authorization', value]);
}
