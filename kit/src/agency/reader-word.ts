import { z } from 'zod';
import { HttpFault } from '../http/http-fault';
import type { KeyFinder, SigningKey } from '../keys/signing-key';
import { SignatureRefused, signText, verifiedText } from '../policy/jws';

/** How long a word is good; it opens one feed, whose changes it can be repeated for meanwhile. */
const LIFETIME_S = 30;

/** Clocks of two machines may differ by this much. */
const SKEW_S = 5;

const wordSchema = z.strictObject({ aud: z.string(), iat: z.int() });

/** What a reader of a feed says of itself, as `authorization`: that it asks for this feed, and when. */
export async function readerWord(feed: string, key: SigningKey, now: Date): Promise<string> {
  const word = { aud: feed, iat: Math.floor(now.getTime() / 1000) };
  return `Bearer ${await signText('simpul-reader+jws', JSON.stringify(word), key)}`;
}

/** Refuses whoever is no reader of a feed: changes tell of people, even where they name none. */
export async function assertReader(
  authorizations: readonly string[],
  feed: string,
  readers: KeyFinder,
  now: Date,
): Promise<void> {
  const [value = '', ...others] = authorizations;
  const [, jws] = /^Bearer (\S+)$/.exec(value) ?? [];
  const word = jws === undefined || others.length > 0 ? null : await wordIn(jws, readers);
  const age = word ? now.getTime() / 1000 - word.iat : Infinity;
  if (word?.aud === feed && age <= LIFETIME_S + SKEW_S && age >= -SKEW_S) return;
  throw new HttpFault(
    'UNAUTHENTICATED',
    'Only agencies that are known are told, by a signed word each time.',
    {
      'www-authenticate': 'Bearer',
    },
  );
}

async function wordIn(jws: string, readers: KeyFinder): Promise<z.output<typeof wordSchema> | null> {
  try {
    return wordSchema.parse(JSON.parse(await verifiedText('simpul-reader+jws', jws, readers)));
  } catch (error) {
    if (error instanceof SignatureRefused || error instanceof z.ZodError || error instanceof SyntaxError)
      return null;
    throw error;
  }
}
