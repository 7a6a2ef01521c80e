import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';

/** Where the bytes of new secrets come from. */
export type RandomBytes = (length: number) => Buffer;

/** A file of secrets that one agency has and nobody else: outside its database, so that neither opens the other. */
export interface SecretFile<T> {
  /** The key of the environment that names the file, e.g. `NIK_KEYS_FILE`. */
  readonly key: string;
  /** Reads the file's text; throws an error that says what is wrong and tells nothing of the text. */
  readonly parse: (text: string) => T;
  /** Makes the text of a new file, for development and for an agency's first day. */
  readonly generate: (random?: RandomBytes) => string;
}

/** The secrets of a process, read once when it starts. */
export class Secrets {
  constructor(private readonly values: ReadonlyMap<string, unknown> = new Map()) {}

  /** What a file holds; a process that was started without it does not get this far. */
  of<T>(file: SecretFile<T>): T {
    if (!this.values.has(file.key)) throw new Error(`This process was not given ${file.key}.`);
    return this.values.get(file.key) as T;
  }
}

const FOR_OTHERS = 0o077;

/** The key of the environment for a secret file: turns the path into what the file holds. */
export function secretFileSchema<T>(file: SecretFile<T>): z.ZodType<T> {
  return z
    .string(`set it to a file of secrets that only this agency's account may read`)
    .transform((name, context): T => {
      const refuse = (message: string): never => {
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      };
      if (!existsSync(name) || !statSync(name).isFile()) return refuse('must be a file that is there');
      if ((statSync(name).mode & FOR_OTHERS) !== 0)
        return refuse('must be closed to everybody but its owner (chmod 600)');
      try {
        return file.parse(readFileSync(name, 'utf8'));
      } catch (error) {
        return refuse(error instanceof Error ? error.message : 'cannot be read');
      }
    });
}

/** Makes a file of secrets unless it is there, and answers its path; of processes that do so at once, one wins. */
export function ensureSecretFile(folder: string, { key, generate }: SecretFile<unknown>): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = path.join(
    folder,
    `${key
      .toLowerCase()
      .replaceAll('_', '-')
      .replace(/-file$/, '')}.json`,
  );
  if (existsSync(name)) return name;
  const made = `${name}.${randomBytes(6).toString('hex')}`;
  writeFileSync(made, generate(), { mode: 0o600, flag: 'wx' });
  chmodSync(made, 0o600);
  try {
    // A link is made whole or not at all, and never over another.
    linkSync(made, name);
  } catch (error) {
    if (!existsSync(name)) throw error;
  } finally {
    rmSync(made);
  }
  return name;
}
