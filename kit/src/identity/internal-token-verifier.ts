import { verify } from 'node:crypto';
import { z } from 'zod';
import type { VerificationKeys } from './gateway-keys';
import {
  CLOCK_TOLERANCE_S,
  type Claims,
  LIFETIME_S,
  TOKEN_TYPE,
  bodyHash,
  claimsSchema,
} from './internal-token';

/** Why a token was refused: for the log only, the caller hears the same whatever it was. */
export type Refusal =
  | 'NO_SINGLE_TOKEN'
  | 'MALFORMED'
  | 'UNKNOWN_KEY'
  | 'BAD_SIGNATURE'
  | 'BAD_CLAIMS'
  | 'WRONG_AUDIENCE'
  | 'TOO_LONG_LIVED'
  | 'EXPIRED'
  | 'NOT_YET_VALID'
  | 'OTHER_BODY';

/** A token that does not count. */
export class TokenRefused extends Error {
  constructor(readonly reason: Refusal) {
    super(reason);
    this.name = 'TokenRefused';
  }
}

export interface VerifierParts {
  /** The subgraph that the token must be for. */
  readonly audience: string;
  readonly keys: VerificationKeys;
  readonly now?: () => number;
}

/** Longer than any that the gateway makes, and short enough to cost nothing. */
const LONGEST = 4096;
const COMPACT = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]{86})$/;

/** Anything else in the header, `crit`, `jwk` or `jku` above all, is for tokens of others. */
const headSchema = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.literal(TOKEN_TYPE),
  kid: z.string(),
});

/** Takes the gateway's word and nobody else's. */
export class InternalTokenVerifier {
  private readonly audience: string;
  private readonly keys: VerificationKeys;
  private readonly now: () => number;

  constructor({ audience, keys, now = Date.now }: VerifierParts) {
    this.audience = audience;
    this.keys = keys;
    this.now = now;
  }

  /** The claims of the one token that came, from all values of `authorization`; throws {@link TokenRefused}. */
  verify(authorizations: readonly string[]): Claims {
    const [value = '', ...others] = authorizations;
    if (value === '' || others.length > 0) throw new TokenRefused('NO_SINGLE_TOKEN');
    const [, head = '', payload = '', signature = ''] =
      (value.length <= LONGEST ? COMPACT.exec(value) : null) ?? [];
    const { kid } = parsed(headSchema, head, 'MALFORMED');
    const key = this.keys.find(kid);
    if (!key) throw new TokenRefused('UNKNOWN_KEY');
    const bytes = Buffer.from(signature, 'base64url');
    // Several texts stand for the same bytes; only the one that was sent out is taken.
    const isCanonical = bytes.toString('base64url') === signature;
    if (!isCanonical || !verify(null, Buffer.from(`${head}.${payload}`), key, bytes))
      throw new TokenRefused('BAD_SIGNATURE');
    const claims = parsed(claimsSchema, payload, 'BAD_CLAIMS');
    this.assertValidNow(claims);
    return claims;
  }

  private assertValidNow({ aud, iat, exp }: Claims): void {
    const now = this.now() / 1000;
    if (aud !== this.audience) throw new TokenRefused('WRONG_AUDIENCE');
    if (exp <= iat || exp - iat > LIFETIME_S) throw new TokenRefused('TOO_LONG_LIVED');
    if (exp + CLOCK_TOLERANCE_S <= now) throw new TokenRefused('EXPIRED');
    if (iat - CLOCK_TOLERANCE_S > now) throw new TokenRefused('NOT_YET_VALID');
  }
}

/** Refuses a body that the token was not made for. */
export function assertBody(claims: Claims, body: Buffer): void {
  if (bodyHash(body) !== claims.bh) throw new TokenRefused('OTHER_BODY');
}

function parsed<T extends z.ZodType>(schema: T, part: string, reason: Refusal): z.output<T> {
  const result = schema.safeParse(decode(part));
  if (!result.success) throw new TokenRefused(reason);
  return result.data;
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
