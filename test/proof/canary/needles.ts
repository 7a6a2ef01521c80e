import { createHash } from 'node:crypto';
import { isNik } from '@simpul/schema/contract/nik';

/** A canary in one of the forms in which it could have got somewhere. */
export interface Needle {
  readonly canary: string;
  readonly form: string;
  readonly text: string;
}

/** A needle and where it was found. */
export interface Hit extends Omit<Needle, 'text'> {
  readonly place: string;
}

/** Needles are told apart by their first characters before they are compared whole. */
const PREFIX = 8;

/** Invented numbers of Kota Serang and Kota Cilegon, the same for the same position, in districts that there are not. */
export function canaries(count: number): string[] {
  const found = new Set<string>();
  for (let position = 0; found.size < count; position += 1) {
    const digits = BigInt(
      `0x${createHash('sha256')
        .update(`canary ${String(position)}`)
        .digest('hex')}`,
    );
    const part = (divisor: bigint, from: number, values: number): string =>
      String(from + Number((digits / divisor) % BigInt(values))).padStart(2, '0');
    const date = part(1_000n, 1, 28) + part(1_000_000n, 1, 12) + part(1_000_000_000n, 60, 40);
    const serial = String(Number((digits / 10n ** 15n) % 9999n) + 1).padStart(4, '0');
    found.add(`36${part(1n, 72, 2)}${part(10n ** 20n, 9, 90)}${date}${serial}`);
  }
  const all = [...found];
  if (!all.every(isNik)) throw new Error('A canary is no number that anybody would look for.');
  return all;
}

/** Every form of a canary that is looked for. */
export function formsOf(canary: string): Needle[] {
  const bytes = Buffer.from(canary);
  const groups = (...lengths: number[]): string[] => {
    let start = 0;
    return lengths.map((length) => canary.slice(start, (start += length)));
  };
  const forms: Record<string, string> = {
    clear: canary,
    'in groups': groups(4, 4, 4, 4).join(' '),
    'with hyphens': groups(6, 6, 4).join('-'),
    'with points': groups(2, 2, 2, 6, 4).join('.'),
    reversed: Buffer.from(canary).reverse().toString(),
    hex: bytes.toString('hex'),
    'percent-encoded': [...bytes].map((byte) => `%${byte.toString(16)}`).join(''),
    'JSON escapes': [...bytes].map((byte) => `\\u00${byte.toString(16)}`).join(''),
  };
  // Three, because a number inside a longer text starts anywhere within three bytes; what its neighbours decide is cut off.
  for (const offset of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    forms[`base64 at ${String(offset)}`] = encoded.slice([0, 2, 3][offset], -4);
  }
  for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
    const digest = createHash(algorithm).update(canary).digest();
    forms[`${algorithm} hex`] = digest.toString('hex');
    forms[`${algorithm} HEX`] = digest.toString('hex').toUpperCase();
    forms[`${algorithm} base64`] = digest.toString('base64').replace(/=+$/, '');
    forms[`${algorithm} base64url`] = digest.toString('base64url');
  }
  return Object.entries(forms).map(([form, text]) => ({ canary, form, text }));
}

/** Looks for all needles at once. */
export class Search {
  private readonly byPrefix = new Map<string, Needle[]>();
  readonly hits: Hit[] = [];
  private searched = 0;

  constructor(needles: readonly Needle[]) {
    for (const needle of needles) {
      const prefix = needle.text.slice(0, PREFIX);
      this.byPrefix.set(prefix, [...(this.byPrefix.get(prefix) ?? []), needle]);
    }
  }

  /** How many characters were looked through. */
  get characters(): number {
    return this.searched;
  }

  in(place: string, text: string): void {
    this.searched += text.length;
    for (let start = 0; start + PREFIX <= text.length; start += 1) {
      const candidates = this.byPrefix.get(text.slice(start, start + PREFIX));
      if (candidates === undefined) continue;
      for (const { canary, form, text: needle } of candidates)
        if (text.startsWith(needle, start)) this.hits.push({ canary, form, place });
    }
  }
}
