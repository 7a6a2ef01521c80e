import { makeSigningKey, openVerificationKeys, publicJwk } from '../keys/signing-key';
import { signText } from '../policy/jws';
import { assertReader, readerWord } from './reader-word';

const key = makeSigningKey();
const stranger = makeSigningKey();
const readers = openVerificationKeys([publicJwk(key)]);
const now = new Date('2026-06-15T05:00:00Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

const enter = (authorizations: readonly string[], at = now): Promise<void> =>
  assertReader(authorizations, '/almanac', readers, at);
const signed = async (word: unknown): Promise<string> =>
  `Bearer ${await signText('simpul-reader+jws', JSON.stringify(word), key)}`;

it('lets a reader in for 30 seconds, with clocks that are 5 seconds apart', async () => {
  const word = await readerWord('/almanac', key, now);
  for (const seconds of [-5, 0, 35]) await expect(enter([word], later(seconds))).resolves.toBeUndefined();
});

it.each([
  ['nothing', () => []],
  ['an empty word', () => ['']],
  ['another scheme', async () => [(await readerWord('/almanac', key, now)).replace('Bearer', 'Basic')]],
  ['two words', async () => [await readerWord('/almanac', key, now), await readerWord('/almanac', key, now)]],
  ['no word at all', () => ['Bearer a.b.c']],
  ['a word for another feed', async () => [await readerWord('/consents', key, now)]],
  ['a word that has ended', async () => [await readerWord('/almanac', key, later(-35.5))]],
  ['a word from the future', async () => [await readerWord('/almanac', key, later(6))]],
  ['a word that says something else', async () => [await signed({ aud: '/almanac' })]],
  ['a word of an unknown key', async () => [await readerWord('/almanac', stranger, now)]],
  [
    'a word under the name of another key',
    async () => [await readerWord('/almanac', { kid: key.kid, key: stranger.key }, now)],
  ],
  [
    'a signature over something else',
    async () => {
      const word = JSON.stringify({ aud: '/almanac', iat: now.getTime() / 1000 });
      return [`Bearer ${await signText('simpul-consents+jws', word, key)}`];
    },
  ],
])('refuses %s', async (_, authorizations) => {
  await expect(enter(await authorizations())).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
});
