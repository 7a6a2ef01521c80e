import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
} from 'node:crypto';
import { badInput } from '../errors/errors';

/** A row's place in its list: the values it is sorted by. */
export type SortValues = readonly (string | number)[];

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BLOCK_CHARACTERS = 32;

/** What one key of the agency makes for one client. */
interface ClientKeys {
  readonly cipher: KeyObject;
  readonly nonce: KeyObject;
}

/**
 * Seals cursors for one client: they hold sort values of rows, some of which the client may not see, and two clients who compare
 * theirs learn nothing. The same place seals to the same cursor, so that clients can recognise it.
 */
export class CursorSeal {
  private readonly derived: ClientKeys[] = [];

  /** `keys` are the agency's, the first of which seals; `client` names whoever may use the cursors. */
  constructor(
    private readonly keys: readonly Buffer[],
    private readonly client: string,
  ) {}

  /** `list` says what the cursor belongs to; it opens for nothing else. */
  seal(list: string, values: SortValues): string {
    const text = JSON.stringify(values);
    // A cursor's length would tell how long the values are.
    const plain = text.padEnd(Math.ceil(text.length / BLOCK_CHARACTERS) * BLOCK_CHARACTERS);
    const keys = this.keysAt(0);
    // Made of what is sealed: it comes twice only for the same list and place, whose sealed form is then the same.
    const nonce = createHmac('sha256', keys.nonce)
      .update(`${list}\0${plain}`)
      .digest()
      .subarray(0, NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, keys.cipher, nonce).setAAD(Buffer.from(list));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    // Without the name of a key: all clients' cursors would share it.
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** Throws `BAD_USER_INPUT` for anything but a cursor that this client got from this list. */
  open(list: string, cursor: string): SortValues {
    const bytes = Buffer.from(cursor, 'base64url');
    // Other spellings of the same bytes are not what the client was given.
    if (bytes.length > NONCE_BYTES + TAG_BYTES && bytes.toString('base64url') === cursor) {
      for (const at of this.keys.keys()) {
        const plain = opened(this.keysAt(at).cipher, list, bytes);
        if (plain !== undefined) return JSON.parse(plain) as SortValues;
      }
    }
    const remedy =
      'Ask for the first page again, and pass pageInfo.endCursor of each page to the next, unchanged.';
    throw badInput([
      { path: ['after'], message: 'is not a cursor that you were given for this list.', remedy },
    ]);
  }

  private keysAt(at: number): ClientKeys {
    return (this.derived[at] ??= derive(this.keys[at], this.client));
  }
}

function derive(key: Buffer | undefined, client: string): ClientKeys {
  if (key === undefined) throw new Error('There is no key to seal cursors with.');
  const bytes = Buffer.from(hkdfSync('sha256', key, '', `cursor ${client}`, 2 * KEY_BYTES));
  // As key objects: a key that comes as bytes is taken in anew for every cursor.
  return {
    cipher: createSecretKey(bytes.subarray(0, KEY_BYTES)),
    nonce: createSecretKey(bytes.subarray(KEY_BYTES)),
  };
}

/** What was sealed; undefined where the key, the list or the bytes are others. */
function opened(key: KeyObject, list: string, bytes: Buffer): string | undefined {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(list))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const plain = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
