import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const CURVE = 'ed25519';

/** An Ed25519 key that signs, and the name under which others know its public half. */
export interface SigningKey {
  readonly kid: string;
  readonly key: KeyObject;
}

const publicJwkSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  kid: z.string().min(1).max(256),
  // Whoever published the private half would let everybody sign.
  d: z.undefined().optional(),
});

const privateJwkSchema = z.looseObject({ kid: z.string().min(1).max(256).optional() });

/** The public half of an Ed25519 key as a JWK (RFC 8037). */
export type PublicJwk = Omit<z.output<typeof publicJwkSchema>, 'd'>;

/** The public keys that signatures are verified with, by their names. */
export type VerificationKeys = ReadonlyMap<string, KeyObject>;

/** Finds a public key by its name, undefined where there is none. */
export type KeyFinder = Pick<VerificationKeys, 'get'>;

/** Makes a key; its name is its thumbprint (RFC 7638). */
export function makeSigningKey(): SigningKey {
  return named(generateKeyPairSync(CURVE).privateKey);
}

/** Reads a private key from a file, as a JWK, which may name it, or as PEM; throws when it is no Ed25519 key. */
export function readSigningKey(file: string): SigningKey {
  const text = readFileSync(file, 'utf8');
  const isJwk = text.trimStart().startsWith('{');
  const jwk = isJwk ? privateJwkSchema.parse(JSON.parse(text)) : {};
  const key = createPrivateKey(isJwk ? { key: jwk, format: 'jwk' } : text);
  if (key.asymmetricKeyType !== CURVE) throw new TypeError('no Ed25519 key');
  return { ...named(key), ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) };
}

/** The public half of a key, for those who verify. */
export function publicJwk({ kid, key }: SigningKey): PublicJwk {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', x, kid };
}

/** Opens public keys as they are stored or published; throws when one is something else. */
export function openVerificationKeys(jwks: readonly unknown[]): VerificationKeys {
  return new Map(
    jwks.map((jwk) => {
      const { kid, kty, crv, x } = publicJwkSchema.parse(jwk);
      return [kid, createPublicKey({ key: { kty, crv, x }, format: 'jwk' })];
    }),
  );
}

/** A private key under the name that it has by itself. */
export function named(key: KeyObject): SigningKey {
  const { crv, kty, x } = createPublicKey(key).export({ format: 'jwk' });
  return { kid: hash('sha256', JSON.stringify({ crv, kty, x }), 'base64url'), key };
}
