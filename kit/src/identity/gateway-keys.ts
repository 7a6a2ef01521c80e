import type { JsonWebKey, KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type PublicJwk, makeSigningKey, named, openVerificationKeys, publicJwk } from '../keys/signing-key';
import type { Log } from '../log/log';

const REREAD_AFTER_MS = 10_000;

/** The public keys that somebody's word is taken by. */
export interface VerificationKeys {
  find(kid: string): KeyObject | undefined;
}

/** A new key pair as JWKs: the private one, and the set with the public one that agencies get. */
export interface KeyPair {
  readonly privateJwk: JsonWebKey;
  readonly publicJwks: PublicJwks;
}

/** A set of public keys, each with its name (RFC 7517). */
export interface PublicJwks {
  readonly keys: readonly [PublicJwk];
}

const jwksSchema = z.looseObject({ keys: z.array(z.unknown()).min(1) });

/** Makes a key pair; the name of a key is its thumbprint (RFC 7638). */
export function makeKeyPair(): KeyPair {
  const { key } = makeSigningKey();
  return { privateJwk: key.export({ format: 'jwk' }), publicJwks: publicJwksOf(key) };
}

/** The set of public keys that belongs to a private one. */
export function publicJwksOf(privateKey: KeyObject): PublicJwks {
  const jwk = { ...publicJwk(named(privateKey)), alg: 'EdDSA', use: 'sig' };
  return { keys: [jwk] };
}

/** Reads a set of public keys; throws when one of them is no public Ed25519 key with a name of its own. */
export function readPublicKeys(file: string): ReadonlyMap<string, KeyObject> {
  const { keys } = jwksSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const found = openVerificationKeys(keys);
  if (found.size < keys.length) throw new TypeError('two keys of one name');
  return found;
}

/**
 * The public keys of a file, which may change while the process runs: it is read again when it is ten seconds old, so that a
 * withdrawn key ends, and for a key that is not in it, so that a new one begins; for that, too, at most once in ten seconds.
 */
export class PublicKeyFile implements VerificationKeys {
  private keys: ReadonlyMap<string, KeyObject>;
  private readAt: number;
  private soughtAt = -Infinity;

  constructor(
    private readonly file: string,
    private readonly log: Log,
    private readonly now: () => number = Date.now,
  ) {
    this.keys = readPublicKeys(file);
    this.readAt = now();
  }

  find(kid: string): KeyObject | undefined {
    if (this.now() - this.readAt >= REREAD_AFTER_MS) this.read();
    const known = this.keys.get(kid);
    if (known || this.now() - this.soughtAt < REREAD_AFTER_MS) return known;
    this.soughtAt = this.now();
    this.read();
    return this.keys.get(kid);
  }

  /** A file that is being written, or is gone, changes nothing: the keys that were known stay. */
  private read(): void {
    this.readAt = this.now();
    try {
      this.keys = readPublicKeys(this.file);
    } catch (error) {
      const cause = error instanceof Error ? error.name : 'unknown';
      this.log.warn({ cause, file: this.file }, 'public keys cannot be read; those known stay');
    }
  }
}
