import { z } from 'zod';
import { PublicKeyFile, readPublicKeys } from '../identity/gateway-keys';
import { type KeyFinder, type SigningKey, readSigningKey } from '../keys/signing-key';
import type { Log } from '../log/log';

/** A file of a private Ed25519 key, which must be there; `use` tells an operator what for. */
export function signingKeySchema(use: string): z.ZodType<SigningKey> {
  return z.string(`set it to the file of the private Ed25519 key ${use}`).transform((file, context) => {
    try {
      return readSigningKey(file);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be a file with a private Ed25519 key (JWK or PEM)' });
      return z.NEVER;
    }
  });
}

/** A file of public keys, which must be there; `whose` tells an operator what belongs in it. */
export function jwksFileSchema(whose: string): z.ZodType<string> {
  return z
    .string(`set it to the file of ${whose}, a JWK set`)
    .refine(isJwks, 'must be a file with a set of public Ed25519 JWKs, each with a kid of its own');
}

/** The keys of such a file, read again when it changes. */
export function keysIn(file: string, log: Log): KeyFinder {
  const keys = new PublicKeyFile(file, log);
  return { get: (kid) => keys.find(kid) };
}

function isJwks(file: string): boolean {
  try {
    return readPublicKeys(file).size > 0;
  } catch {
    return false;
  }
}
