import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

/** What one side of a mutual TLS connection shows and whom it trusts, as PEM. */
export interface TlsIdentity {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

/** The configuration keys that name the files. */
export type TlsKeys = Readonly<Record<keyof TlsIdentity, string>>;

/** Reads the files that the keys name; null where none is set. Throws where {@link tlsProblems} has something to say. */
export function readTls(env: Record<string, unknown>, keys: TlsKeys): TlsIdentity | null {
  if (Object.values(keys).every((key) => env[key] === undefined)) return null;
  const read = (key: string): string => readFileSync(String(env[key]), 'utf8');
  return { cert: read(keys.cert), key: read(keys.key), ca: read(keys.ca) };
}

/** What is wrong with the three keys: all or none must be set, to files that fit together. */
export function tlsProblems(
  env: Record<string, unknown>,
  keys: TlsKeys,
): readonly (readonly [string, string])[] {
  const names = Object.values(keys);
  const unset = names.filter((key) => env[key] === undefined);
  if (unset.length === names.length) return [];
  const missing = unset.map((key) => [key, `set all of ${names.join(', ')} or none`] as const);
  const set = names.filter((key) => env[key] !== undefined);
  const unreadable = set.filter((key) => !isPemFile(env[key]));
  const problems = [
    ...missing,
    ...unreadable.map((key) => [key, 'must be a file in PEM that can be read'] as const),
  ];
  return problems.length > 0 || fits(env, keys) ? problems : [[keys.key, `must be the key of ${keys.cert}`]];
}

function isPemFile(file: unknown): boolean {
  try {
    return readFileSync(String(file), 'utf8').includes('-----BEGIN ');
  } catch {
    return false;
  }
}

function fits(env: Record<string, unknown>, keys: TlsKeys): boolean {
  try {
    createSecureContext(readTls(env, keys) ?? {});
    return true;
  } catch {
    return false;
  }
}
