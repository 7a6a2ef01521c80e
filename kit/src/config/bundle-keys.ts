import { z } from 'zod';
import { readPublicKeys } from '../identity/gateway-keys';

const FORM = 'must be a file with a set of public Ed25519 JWKs, each with a kid of its own';

/** Whether a file holds public keys, and nothing else. */
export function isJwks(file: string): boolean {
  try {
    return readPublicKeys(file).size > 0;
  } catch {
    return false;
  }
}

/** A file of public keys, which must be there; `whose` tells an operator what belongs in it. */
export function jwksFileSchema(whose: string): z.ZodType<string> {
  return z.string(`set it to the file of ${whose}, a JWK set`).refine(isJwks, FORM);
}

/** The keys that say where the bundle of grants is, and whose word on it is taken. */
export const bundleKeys = {
  ACCESS_BUNDLE_URL: z.url({
    protocol: /^https?$/,
    error: 'must be the http or https URL where the province publishes its bundle of grants',
  }),
  ACCESS_BUNDLE_JWKS_FILE: jwksFileSchema(
    "the public keys that the province's bundle of grants is verified with",
  ),
};
