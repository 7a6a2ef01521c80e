import type { ClaimMap } from '@simpul/kit/config/oidc-keys';
import { HttpFault } from '@simpul/kit/http/http-fault';
import type { Identity } from '@simpul/kit/identity/identity';
import type { CryptoKey, JWK, JWTVerifyOptions, ProtectedHeaderParameters } from 'jose' with {
  'resolution-mode': 'import',
};
import { identityOf } from './claims';
import type { KeyRing } from './key-ring';
import { refused } from './refused';

/** Accepted algorithms, each with the keys that it goes with: a key never serves an algorithm of another kind. */
const ALGORITHMS: Readonly<Record<string, Partial<JWK>>> = {
  RS256: { kty: 'RSA' },
  PS256: { kty: 'RSA' },
  ES256: { kty: 'EC', crv: 'P-256' },
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
};
const REQUIRED = ['iss', 'sub', 'aud', 'exp', 'iat', 'jti'];
const CLOCK_TOLERANCE_S = 5;
const OLDEST = '24h';
const KEY_ID_LIMIT = 256;

/** Headers by which a token would choose its own key or its own rules. */
const SELF_SERVING = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip'];

type VerificationKey = CryptoKey | Uint8Array;

/** What tokens are held against. */
export interface Trust {
  readonly issuer: string;
  readonly audience: string;
  readonly claims: ClaimMap;
  readonly keys: KeyRing;
  /** Real time: tokens know nothing of the business clock. */
  readonly today: () => Date;
}

/** Verifies access tokens (RFC 9068) and tells whom they speak of. */
export class TokenVerifier {
  private readonly imported = new WeakMap<JWK, Map<string, Promise<VerificationKey>>>();

  constructor(private readonly trust: Trust) {}

  /** Throws what the token is refused for. */
  async identify(token: string): Promise<Identity> {
    const { issuer, audience, claims, today } = this.trust;
    const { jwtVerify } = await import('jose');
    const options: JWTVerifyOptions = {
      algorithms: Object.keys(ALGORITHMS),
      issuer,
      audience,
      typ: 'at+jwt',
      requiredClaims: REQUIRED,
      clockTolerance: CLOCK_TOLERANCE_S,
      maxTokenAge: OLDEST,
      currentDate: today(),
    };
    const verified = await jwtVerify(token, (header) => this.keyFor(header), options).catch(
      (error: unknown) => {
        throw refusalOf(error);
      },
    );
    return identityOf(verified.payload, claims);
  }

  private async keyFor(header: ProtectedHeaderParameters) {
    const { alg = '', kid } = header as { alg?: string; kid?: unknown };
    if (SELF_SERVING.some((name) => name in header))
      throw refused('The token brings a key or rules of its own.');
    if (typeof kid !== 'string' || kid === '' || kid.length > KEY_ID_LIMIT) {
      throw refused('The token does not name its key.');
    }
    const key = (await this.trust.keys.keysOf(kid)).find((jwk) => isFor(jwk, alg));
    if (key === undefined) throw refused('The token is signed by a key that its issuer does not publish.');
    return this.import(key, alg);
  }

  private import(jwk: JWK, alg: string): Promise<VerificationKey> {
    // A key may do for two algorithms, and is another one in each: whoever names the wrong one first must not settle it.
    const byAlgorithm = this.imported.get(jwk) ?? new Map<string, Promise<VerificationKey>>();
    this.imported.set(jwk, byAlgorithm);
    const known = byAlgorithm.get(alg);
    if (known) return known;
    const imported = import('jose').then(({ importJWK }) => importJWK(jwk, alg));
    byAlgorithm.set(alg, imported);
    return imported;
  }
}

function isFor(jwk: JWK, alg: string): boolean {
  const kind = ALGORITHMS[alg];
  return (
    kind !== undefined &&
    jwk.kty === kind.kty &&
    (kind.crv === undefined || jwk.crv === kind.crv) &&
    (jwk.alg === undefined || jwk.alg === alg) &&
    (jwk.use === undefined || jwk.use === 'sig')
  );
}

/** What is wrong by kind of failure; the library's own words may quote the token. */
function refusalOf(error: unknown): HttpFault {
  if (error instanceof HttpFault) return error;
  const { code, claim } = error as { code?: unknown; claim?: unknown };
  switch (code) {
    case 'ERR_JWT_EXPIRED':
      return refused('The token has expired.');
    case 'ERR_JOSE_ALG_NOT_ALLOWED':
      return refused('The token is signed by an algorithm that is not accepted.');
    case 'ERR_JWT_CLAIM_VALIDATION_FAILED':
      return refused(FAILED_CLAIMS[String(claim)] ?? 'A claim of the token is missing or malformed.');
    default:
      return refused('The token is not a valid access token.');
  }
}

const FAILED_CLAIMS: Readonly<Record<string, string>> = {
  iss: 'The token is from another issuer.',
  aud: 'The token is for another audience.',
  nbf: 'The token is not valid yet.',
  iat: 'The token is not valid yet, or says nothing of its age.',
  typ: 'The token is not an access token (typ at+jwt).',
};
