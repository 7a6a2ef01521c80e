import { z } from 'zod';
import type { SigningKey, VerificationKeys } from '../keys/signing-key';
import { SignatureRefused, signText, verifiedText } from '../policy/jws';
import type { ChainEnd } from './chain';

const TYPE = 'simpul-audit-head+jws';

const headSchema = z.strictObject({
  agency: z.string().min(1).max(64),
  count: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});

/** The end of an agency's chain at a moment, as the agency signs it for another to keep. */
export interface Head {
  readonly agency: string;
  readonly count: number;
  /** Hexadecimal. */
  readonly hash: string;
  /** When it was signed. */
  readonly at: string;
}

/** The public keys by which agencies sign their heads: of one agency, several while it changes its key. */
export type HeadKeys = ReadonlyMap<string, VerificationKeys>;

/** Signs the end of an agency's chain. */
export function signHead(
  agency: string,
  { count, hash }: ChainEnd,
  at: Date,
  key: SigningKey,
): Promise<string> {
  const head: Head = { agency, count, hash, at: at.toISOString() };
  return signText(TYPE, JSON.stringify(head), key);
}

/** The head in a JWS, if the agency that it is of signed it; otherwise {@link SignatureRefused}. */
export async function verifiedHead(jws: string, keys: HeadKeys): Promise<Head> {
  const all = new Map([...keys.values()].flatMap((ofAgency) => [...ofAgency]));
  const head = headOf(await verifiedText(TYPE, jws, all));
  // Signed by one agency, it says nothing of another.
  await verifiedText(TYPE, jws, keys.get(head.agency) ?? new Map());
  return head;
}

function headOf(text: string): Head {
  const read = headSchema.safeParse(JSON.parse(text));
  if (!read.success) throw new SignatureRefused('MALFORMED');
  return read.data;
}
