import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openVerificationKeys } from '../keys/signing-key';
import type { HeadKeys } from './head';

const jwksSchema = z.looseObject({ keys: z.array(z.looseObject({ agency: z.string().min(1) })) });

/** Reads the agencies' public keys: a JWK set in which each key names its agency. */
export function readHeadKeys(file: string): HeadKeys {
  const { keys } = jwksSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const agencies = new Set(keys.map(({ agency }) => agency));
  return new Map(
    [...agencies].map((agency) => [
      agency,
      openVerificationKeys(keys.filter((jwk) => jwk.agency === agency)),
    ]),
  );
}
