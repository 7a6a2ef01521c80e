import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openVerificationKeys } from '../keys/signing-key';
import type { Log } from '../log/log';

const REREAD_AFTER_MS = 10_000;

const jwksSchema = z.looseObject({
  keys: z.array(z.looseObject({ organization: z.string().min(1) })).min(1),
});

/** Public keys by their names. */
type Keys = ReadonlyMap<string, KeyObject>;

/** The public keys of organisations, each organisation's own. */
export interface OrganizationKeys {
  /** Rises when any key has changed. */
  readonly revision: number;
  of(organization: string): Keys;
}

/** Reads a set of public keys that name their organisations; throws when one is no public Ed25519 key. */
export function readOrganizationKeys(file: string): ReadonlyMap<string, Keys> {
  return parse(readFileSync(file, 'utf8'));
}

/** The public keys of a file, which may change while the process runs; it is read again when it is ten seconds old. */
export class OrganizationKeyFile implements OrganizationKeys {
  private keys: ReadonlyMap<string, Keys>;
  private text: string;
  private readAt: number;
  private changes = 0;

  constructor(
    private readonly file: string,
    private readonly log: Log,
    private readonly now: () => number = Date.now,
  ) {
    this.text = readFileSync(file, 'utf8');
    this.keys = parse(this.text);
    this.readAt = now();
  }

  get revision(): number {
    if (this.now() - this.readAt >= REREAD_AFTER_MS) this.read();
    return this.changes;
  }

  of(organization: string): Keys {
    return this.keys.get(organization) ?? new Map();
  }

  /** A file that is being written, or is gone, changes nothing: the keys that were known stay. */
  private read(): void {
    this.readAt = this.now();
    try {
      const text = readFileSync(this.file, 'utf8');
      if (text === this.text) return;
      this.keys = parse(text);
      this.text = text;
      this.changes += 1;
    } catch (error) {
      const cause = error instanceof Error ? error.name : 'unknown';
      this.log.warn({ cause }, 'the public keys of organisations cannot be read; those known stay');
    }
  }
}

function parse(text: string): ReadonlyMap<string, Keys> {
  const { keys } = jwksSchema.parse(JSON.parse(text));
  const organizations = new Set(keys.map(({ organization }) => organization));
  return new Map(
    [...organizations].map((id) => [
      id,
      openVerificationKeys(keys.filter(({ organization }) => organization === id)),
    ]),
  );
}
