import { readerWord } from '@simpul/kit/agency/reader-word';
import { makeSigningKey } from '@simpul/kit/keys/signing-key';
import { type ConsentHouse, openConsentHouse } from '../testkit/consent-feed';

let house: ConsentHouse;
beforeAll(async () => {
  house = await openConsentHouse();
});
afterAll(() => house.close());

const ask = async (search: string, authorization?: string): Promise<number> => {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  return (await fetch(`${house.origin}/consents${search}`, { headers })).status;
};

it('tells known agencies of consents, and nobody else', async () => {
  expect(await ask('?after=0', await readerWord('/consents', house.readerKey, new Date()))).toBe(200);
  const words = [
    undefined,
    await readerWord('/consents', makeSigningKey(), new Date()),
    await readerWord('/consents', house.officeKey, new Date()),
    await readerWord('/consents', house.readerKey, new Date(Date.now() - 60_000)),
  ];
  for (const word of words) expect(await ask('?after=0', word)).toBe(401);
});

it('tells what comes after a version, and nothing else', async () => {
  const word = await readerWord('/consents', house.readerKey, new Date());
  const searches = [
    '',
    '?after=',
    '?after=-1',
    '?after=1.5',
    '?after=x',
    '?after=0&after=1',
    `?after=${'9'.repeat(16)}`,
  ];
  for (const search of searches) expect(await ask(search, word)).toBe(400);
});
