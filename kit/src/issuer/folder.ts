import { type KeyObject, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { hasCode } from '../postgres/database';

const OWNER_ONLY = 0o600;

/** A private EC key as it stands in a file. */
export interface PrivateJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

const jwkSchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});
const keysSchema = z.strictObject({ keys: z.array(jwkSchema).min(1) });
const addressSchema = z.strictObject({ issuer: z.url() });

/** Where the development issuer keeps its keys between two starts, and says where it listens; for its owner's eyes only. */
export class IssuerFolder {
  private readonly folder: string;

  constructor(dataFolder: string) {
    this.folder = path.join(dataFolder, 'issuer');
  }

  /** The keys that sign tokens: the first signs, all verify. Made the first time. */
  signingKeys(): readonly PrivateJwk[] {
    const { keys } = this.read('signing-keys.json', keysSchema) ?? this.write('signing-keys.json', newKeys());
    return keys;
  }

  /** The key of a client that signs in with one. Made the first time. */
  clientKey(client: string): PrivateJwk {
    const file = `${client}.jwk.json`;
    return this.read(file, jwkSchema) ?? this.write(file, newKey());
  }

  /** The key of a client, if there is one yet. */
  existingClientKey(client: string): KeyObject | undefined {
    const jwk = this.read(`${client}.jwk.json`, jwkSchema);
    return jwk && createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  }

  /** Where the issuer listened last; it may be gone. */
  address(): string | undefined {
    return this.read('address.json', addressSchema)?.issuer;
  }

  tellAddress(issuer: string): void {
    this.write('address.json', { issuer });
  }

  private read<T extends z.ZodType>(name: string, schema: T): z.output<T> | undefined {
    try {
      return schema.parse(JSON.parse(readFileSync(path.join(this.folder, name), 'utf8')));
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
      throw new Error(`${path.join(this.folder, name)} is damaged; remove it, and it is made anew.`, {
        cause: error,
      });
    }
  }

  /** A reader finds the file whole or not at all. */
  private write<T extends object>(name: string, content: T): T {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    chmodSync(this.folder, 0o700);
    const half = path.join(this.folder, `${name}.${randomBytes(4).toString('hex')}`);
    try {
      writeFileSync(half, JSON.stringify(content), { mode: OWNER_ONLY });
      renameSync(half, path.join(this.folder, name));
    } finally {
      rmSync(half, { force: true });
    }
    return content;
  }
}

/** The part of a key that others may see. */
export function publicPart({ d: _secret, ...others }: PrivateJwk): Omit<PrivateJwk, 'd'> {
  return others;
}

function newKeys(): z.output<typeof keysSchema> {
  return { keys: [newKey()] };
}

function newKey(): PrivateJwk {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' });
  const kid = randomBytes(12).toString('base64url');
  return { kty: 'EC', crv: 'P-256', x, y, d, kid, alg: 'ES256', use: 'sig' };
}
