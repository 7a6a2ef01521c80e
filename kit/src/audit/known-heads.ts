import type { ClientBase } from 'pg';
import { SignatureRefused } from '../policy/jws';
import { type Head, type HeadKeys, verifiedHead } from './head';

/** What a witness has of one agency's chain. */
export interface KnownHeads {
  readonly heads: readonly Head[];
  /** Texts that no agency signed: somebody was at the witness. */
  readonly unsigned: number;
}

/** The heads of an agency among texts that a witness keeps. */
export async function knownHeads(
  texts: readonly string[],
  agency: string,
  keys: HeadKeys,
): Promise<KnownHeads> {
  const heads: Head[] = [];
  let unsigned = 0;
  for (const text of texts) {
    try {
      const head = await verifiedHead(text, keys);
      if (head.agency === agency) heads.push(head);
    } catch (error) {
      if (!(error instanceof SignatureRefused)) throw error;
      unsigned += 1;
    }
  }
  return { heads, unsigned };
}

/** The texts that a witness keeps of an agency, from the witness's own database. */
export async function keptHeads(client: ClientBase, agency: string): Promise<string[]> {
  const { rows } = await client.query<{ jws: string }>(
    'SELECT jws FROM witnessed_head WHERE agency = $1 ORDER BY count',
    [agency],
  );
  return rows.map(({ jws }) => jws);
}
