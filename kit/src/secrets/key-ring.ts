import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RandomBytes } from './secret-file';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

const key = z
  .base64('must be base64')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine(({ length }) => length === KEY_BYTES, `must be ${String(KEY_BYTES)} bytes`);

const form = z
  .strictObject({
    active: z.string(),
    keys: z.record(z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be named in lower case'), key),
    index: key,
  })
  .refine(({ active, keys }) => active in keys, { path: ['active'], message: 'must be one of keys' });

/** A sealed value, and the id of the key that opens it. */
export interface Sealed {
  readonly keyId: string;
  /** Nonce, ciphertext and tag. */
  readonly bytes: Buffer;
}

/** Keys by which values are sealed and found again: any of them opens, the active one seals, the index key looks up. */
export class KeyRing {
  /** Tells one index key from another, and nothing of either. */
  readonly indexKeyId: string;

  private constructor(
    readonly activeKeyId: string,
    private readonly keys: ReadonlyMap<string, Buffer>,
    private readonly indexKey: Buffer,
  ) {
    this.indexKeyId = createHmac('sha256', indexKey).update('the id of this key').digest('hex').slice(0, 16);
  }

  /** Reads a ring from JSON; what is wrong is told by name, and no value with it. */
  static readonly parse = (text: string): KeyRing => {
    const read = form.safeParse(jsonOf(text));
    if (!read.success) {
      const faults = read.error.issues.map(
        (issue) => `${issue.path.join('.') || 'the file'} ${faultOf(issue)}`,
      );
      throw new Error(`is no ring of keys: ${[...new Set(faults)].join(', ')}`);
    }
    const { active, keys, index } = read.data;
    return new KeyRing(active, new Map(Object.entries(keys)), index);
  };

  /** The JSON of a ring with one new key. */
  static readonly generate = (random: RandomBytes = randomBytes): string => {
    const fresh = (): string => random(KEY_BYTES).toString('base64');
    const id = 'k1';
    return `${JSON.stringify({ active: id, keys: { [id]: fresh() }, index: fresh() }, null, 2)}\n`;
  };

  /** Encrypts for one owner: under another owner's name it does not open. */
  seal(value: string, owner: string): Sealed {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.keyOf(this.activeKeyId), nonce).setAAD(Buffer.from(owner));
    const ciphertext = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
    return {
      keyId: this.activeKeyId,
      bytes: Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]),
    };
  }

  /** Decrypts; throws when the bytes were changed or are another owner's. */
  open({ keyId, bytes }: Sealed, owner: string): string {
    const decipher = createDecipheriv(CIPHER, this.keyOf(keyId), bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    const ciphertext = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
  }

  /** The same for the same value and worth nothing without the key: for looking a value up, and for nothing else. */
  blindIndex(value: string): Buffer {
    return createHmac('sha256', this.indexKey).update(value).digest();
  }

  private keyOf(id: string): Buffer {
    const found = this.keys.get(id);
    if (!found) throw new Error(`The ring has no key ${id}: values that it sealed cannot be opened.`);
    return found;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOf({
  code,
  message,
}: {
  readonly code?: string | undefined;
  readonly message: string;
}): string {
  return code === 'invalid_type' ? 'is missing or of the wrong kind' : message;
}
