import { hash } from 'node:crypto';

/** One link of an agency's chain of records, as it is stored. */
export interface Seal {
  /** Counts from 1. */
  readonly seq: number;
  /** Id of the record. */
  readonly record: string;
  /** Transaction that wrote the record. */
  readonly tx: string;
  /** Whether the record's signature held when it was sealed. */
  readonly sound: boolean;
  /** Hexadecimal. */
  readonly hash: string;
}

/** The end of a chain: it stands for every link before it. */
export interface ChainEnd {
  readonly count: number;
  readonly hash: string;
}

/** What a chain hangs from. */
export const ROOT: ChainEnd = { count: 0, hash: '0'.repeat(64) };

/** A record as the chain takes it in; digest and signature in hexadecimal. */
export interface Link {
  readonly tx: string;
  readonly sound: boolean;
  readonly digest: string;
  readonly mac: string;
}

/** The chain with one more link. */
export function chained(end: ChainEnd, { tx, sound, digest, mac }: Link): ChainEnd {
  const count = end.count + 1;
  const link = `${end.hash} ${String(count)} ${tx} ${sound ? 'sound' : 'unsound'} ${digest} ${mac}`;
  return { count, hash: hash('sha256', link, 'hex') };
}
