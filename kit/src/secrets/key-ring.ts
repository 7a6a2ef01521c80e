import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { KEY_BYTES, keySchema, namedKeys, readNamedKeys } from './named-keys';
import type { RandomBytes } from './secret-file';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

const form = namedKeys.extend({ index: keySchema });

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
    const { active, keys, index } = readNamedKeys(form, text, 'is no ring of keys');
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
