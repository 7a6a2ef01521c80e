import { PERSONAL_DATA_CATEGORIES } from '@simpul/schema/contract/bundle';
import type { ConsentFeed } from '@simpul/schema/contract/consent-feed';
import { PURPOSES } from '@simpul/schema/contract/identity';
import { z } from 'zod';
import type { KeyFinder, SigningKey } from '../keys/signing-key';
import { signText, verifiedText } from './jws';

/** Why a page of the feed must not be used although its signature holds. */
export type FeedFault = 'MALFORMED' | 'OUT_OF_DATE' | 'OTHER_PAGE' | 'OTHER_HISTORY' | 'GAP';

/** A page of the feed that must not be used. */
export class FeedRefused extends Error {
  constructor(readonly fault: FeedFault) {
    super(`The page of consents is refused: ${fault}.`);
    this.name = 'FeedRefused';
  }
}

/** Up to where a reader has the changes. */
export interface FeedPosition {
  readonly version: number;
  readonly mark: string | null;
}

/** A page older than this may be one that somebody kept; none takes that long. */
const MAX_AGE_MS = 10_000;

/** Clocks of two machines may differ by this much. */
const SKEW_MS = 5000;

const change = { version: z.int().positive(), mark: z.uuid(), consent: z.uuid(), person: z.uuid() };
const feedSchema = z.strictObject({
  after: z.int().min(0),
  mark: z.uuid().nullable(),
  version: z.int().min(0),
  asOf: z.iso.datetime(),
  changes: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        ...change,
        kind: z.literal('GIVEN'),
        recipient: z.uuid(),
        purpose: z.enum(PURPOSES),
        categories: z.array(z.enum(PERSONAL_DATA_CATEGORIES)).min(1),
        validFrom: z.iso.date(),
        validUntil: z.iso.date().nullable(),
        demo: z.boolean(),
      }),
      z.strictObject({ ...change, kind: z.literal('WITHDRAWN') }),
    ]),
  ),
});

/** Signs a page of the feed as a compact JWS. */
export function signConsents(feed: ConsentFeed, key: SigningKey): Promise<string> {
  return signText('simpul-consents+jws', JSON.stringify(feed), key);
}

/** The page in a JWS, if one of the keys signed it, it goes on where the reader stands, and nothing is left out of it. */
export async function verifyConsents(
  jws: string,
  keys: KeyFinder,
  { position, now }: { readonly position: FeedPosition; readonly now: Date },
): Promise<ConsentFeed> {
  const feed = parseFeed(await verifiedText('simpul-consents+jws', jws, keys));
  const { after, changes, version } = feed;
  const age = now.getTime() - Date.parse(feed.asOf);
  if (age > MAX_AGE_MS || age < -SKEW_MS) throw new FeedRefused('OUT_OF_DATE');
  if (after !== position.version) throw new FeedRefused('OTHER_PAGE');
  // Who counts the same and remembers something else has lost changes, and nobody can say which.
  if (feed.mark !== position.mark || version < after) throw new FeedRefused('OTHER_HISTORY');
  const isWhole = changes.every((change, index) => change.version === after + 1 + index);
  const last = after + changes.length;
  if (!isWhole || last > version || (last === after && version > after)) throw new FeedRefused('GAP');
  return feed;
}

function parseFeed(text: string): ConsentFeed {
  try {
    return feedSchema.parse(JSON.parse(text));
  } catch {
    throw new FeedRefused('MALFORMED');
  }
}
