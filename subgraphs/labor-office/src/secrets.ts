import { KeyRing } from '@simpul/kit/secrets/key-ring';
import type { SecretFile } from '@simpul/kit/secrets/secret-file';

/** The keys of national identity numbers: several that open, the active one that seals, one for the blind index. */
export const nikKeys: SecretFile<KeyRing> = {
  key: 'NIK_KEYS_FILE',
  parse: KeyRing.parse,
  generate: KeyRing.generate,
};

/** The files of secrets that a process of this agency is given. */
export const secretFiles: readonly SecretFile<unknown>[] = [nikKeys];
