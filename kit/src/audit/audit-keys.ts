import { type KeyObject, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { KEY_BYTES, namedKeys, readNamedKeys } from '../secrets/named-keys';
import type { RandomBytes, SecretFile } from '../secrets/secret-file';

/** Keys that vouch for records until they are sealed, and after: the active one signs, any of them verifies. */
export class AuditKeys {
  private constructor(
    readonly activeKeyId: string,
    private readonly keys: ReadonlyMap<string, KeyObject>,
  ) {}

  /** Reads keys from JSON; what is wrong is told by name, and no value with it. */
  static readonly parse = (text: string): AuditKeys => {
    const { active, keys } = readNamedKeys(namedKeys, text, 'holds no keys of an audit');
    const secrets = Object.entries(keys).map(([id, bytes]) => [id, createSecretKey(bytes)] as const);
    return new AuditKeys(active, new Map(secrets));
  };

  /** The JSON of one new key. */
  static readonly generate = (random: RandomBytes = randomBytes): string => {
    const id = 'k1';
    const keys = { [id]: random(KEY_BYTES).toString('base64') };
    return `${JSON.stringify({ active: id, keys }, null, 2)}\n`;
  };

  /** HMAC-SHA-256 of a digest under the active key; both in hexadecimal. */
  sign(digest: string): string {
    return this.macOf(this.activeKeyId, digest) ?? '';
  }

  /** Whether one of the keys signed just this. */
  verify(keyId: string, digest: string, mac: string): boolean {
    return this.macOf(keyId, digest) === mac;
  }

  private macOf(keyId: string, digest: string): string | undefined {
    const key = this.keys.get(keyId);
    return key && createHmac('sha256', key).update(digest).digest('hex');
  }
}

/** The file of an agency's keys for its records; the database that holds the records never has it. */
export const auditKeys: SecretFile<AuditKeys> = {
  key: 'AUDIT_KEYS_FILE',
  parse: AuditKeys.parse,
  generate: AuditKeys.generate,
};
