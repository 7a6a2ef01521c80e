import { z } from 'zod';
import { jwksFileSchema } from './key-files';

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
