import { randomBytes } from 'node:crypto';
import { KEY_BYTES, namedKeys, readNamedKeys } from '../secrets/named-keys';
import type { RandomBytes, SecretFile } from '../secrets/secret-file';
import { CursorSeal } from './cursor-seal';

/** Keys of an agency's cursors: the active one seals, any of them opens. */
export class CursorKeys {
  private constructor(private readonly activeFirst: readonly Buffer[]) {}

  /** Reads keys from JSON; what is wrong is told by name, and no value with it. */
  static readonly parse = (text: string): CursorKeys => {
    const { active, keys } = readNamedKeys(namedKeys, text, 'holds no keys of cursors');
    const entries = Object.entries(keys).sort(
      ([one], [other]) => Number(other === active) - Number(one === active),
    );
    return new CursorKeys(entries.map(([, key]) => key));
  };

  /** The JSON of one new key. */
  static readonly generate = (random: RandomBytes = randomBytes): string =>
    `${JSON.stringify({ active: 'k1', keys: { k1: random(KEY_BYTES).toString('base64') } }, null, 2)}\n`;

  /** The seal of one client's cursors. */
  sealOf(client: string): CursorSeal {
    return new CursorSeal(this.activeFirst, client);
  }
}

/** The file of the keys of an agency's cursors, the same for all its processes. */
export const cursorKeys: SecretFile<CursorKeys> = {
  key: 'CURSOR_KEYS_FILE',
  parse: CursorKeys.parse,
  generate: CursorKeys.generate,
};
