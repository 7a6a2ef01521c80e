import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ORGANIZATIONS, type OrganizationSlug, organizationId } from '@simpul/schema/contract/ids';
import { CannotStart } from '../postgres/cannot-start';
import {
  type PublicJwk,
  type SigningKey,
  makeSigningKey,
  publicJwk,
  readSigningKey,
} from '../keys/signing-key';

/** Where keys that `npm start` makes are, by the configuration key that names them to a process. */
export type DevelopmentKeys = ReadonlyMap<string, string>;

/** A public key of an organisation, as a provider of data looks for its own. */
type OrganizationJwk = PublicJwk & { readonly organization: string };

/**
 * Makes the Ed25519 keys of a development house where they are missing: one that signs the bundle of grants, and one for
 * each organisation. Private halves can be read by this account only; the public ones are beside them, as JWK sets.
 */
export function developmentKeys(dataFolder: string): DevelopmentKeys {
  const folder = path.join(dataFolder, 'keys');
  const organizations = path.join(folder, 'organizations');
  mkdirSync(organizations, { recursive: true, mode: 0o700 });
  const bundleKeyFile = path.join(folder, 'access-bundle.jwk');
  writeJwks(path.join(folder, 'access-bundle.jwks.json'), [publicJwk(keyIn(bundleKeyFile))]);
  writeJwks(
    path.join(folder, 'organizations.jwks.json'),
    ORGANIZATIONS.map((slug) => jwkOf(organizations, slug)),
  );
  return new Map([
    ['ACCESS_BUNDLE_KEY_FILE', bundleKeyFile],
    ['ORGANIZATION_KEYS_DIR', organizations],
  ]);
}

/** The environment that tells a process of the keys it is to have. */
export function keysFor(wanted: readonly string[], keys: DevelopmentKeys): NodeJS.ProcessEnv {
  return Object.fromEntries(
    wanted.map((key) => {
      const file = keys.get(key);
      if (file === undefined)
        throw new CannotStart(`An agency's package.json asks for ${key}, which nobody makes.`);
      return [key, file];
    }),
  );
}

function jwkOf(folder: string, slug: OrganizationSlug): OrganizationJwk {
  return { ...publicJwk(keyIn(path.join(folder, `${slug}.jwk`))), organization: organizationId(slug) };
}

/** The key of a file, which is made where it is missing. */
export function keyIn(file: string): SigningKey {
  if (!existsSync(file)) {
    const { kid, key } = makeSigningKey();
    const jwk = { ...key.export({ format: 'jwk' }), kid };
    writeWhole(file, `${JSON.stringify(jwk)}\n`, 0o600);
  }
  try {
    return readSigningKey(file);
  } catch {
    throw new CannotStart(`${file} holds no private Ed25519 key; remove it, and it is made anew.`);
  }
}

/** Publishes keys as a JWK set. */
export function writeJwks(file: string, keys: readonly PublicJwk[]): void {
  const named = keys.map((jwk) => ({ ...jwk, alg: 'EdDSA', use: 'sig' }));
  writeWhole(file, `${JSON.stringify({ keys: named }, null, 2)}\n`, 0o644);
}

/** A reader finds the file whole or not at all. */
function writeWhole(file: string, text: string, mode: number): void {
  const half = `${file}.${String(process.pid)}`;
  writeFileSync(half, text, { mode });
  renameSync(half, file);
}
