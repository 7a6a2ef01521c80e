import { randomUUID } from 'node:crypto';
import type { ConsentChange, ConsentFeed } from '@simpul/schema/contract/consent-feed';
import { makeSigningKey, openVerificationKeys, publicJwk } from '../keys/signing-key';
import { type FeedFault, FeedRefused, signConsents, verifyConsents } from './consent-feed';
import { SignatureRefused, signText } from './jws';

const key = makeSigningKey();
const keys = openVerificationKeys([publicJwk(key)]);
const now = new Date('2026-06-15T05:00:00Z');
const position = { version: 4, mark: randomUUID() };

const withdrawn = (version: number): ConsentChange => ({
  ...{ version, mark: randomUUID(), kind: 'WITHDRAWN', consent: randomUUID(), person: randomUUID() },
});
const feed = (differently: Partial<ConsentFeed> = {}): ConsentFeed => ({
  ...{ after: 4, mark: position.mark, version: 6, asOf: now.toISOString() },
  changes: [withdrawn(5), withdrawn(6)],
  ...differently,
});
const verify = async (page: ConsentFeed, signer = key): Promise<ConsentFeed> =>
  verifyConsents(await signConsents(page, signer), keys, { position, now });

it('takes a page that goes on where the reader stands, whole or not the last', async () => {
  const pages = [feed(), feed({ version: 9 }), feed({ version: 4, changes: [] })];
  for (const page of pages) expect(await verify(page)).toEqual(page);
});

it.each<[string, FeedFault, Partial<ConsentFeed>]>([
  ['too old', 'OUT_OF_DATE', { asOf: '2026-06-15T04:59:49.999Z' }],
  ['from the future', 'OUT_OF_DATE', { asOf: '2026-06-15T05:00:05.001Z' }],
  ['an earlier one', 'OTHER_PAGE', { after: 3, changes: [withdrawn(4), withdrawn(5), withdrawn(6)] }],
  ['of a history in which that change is another', 'OTHER_HISTORY', { mark: randomUUID() }],
  ['of a history that has lost that change', 'OTHER_HISTORY', { version: 3, mark: null, changes: [] }],
  ['behind the reader', 'OTHER_HISTORY', { version: 3, changes: [] }],
  ['without its first change', 'GAP', { changes: [withdrawn(6)] }],
  ['without one in between', 'GAP', { version: 7, changes: [withdrawn(5), withdrawn(7)] }],
  ['empty although there is more', 'GAP', { changes: [] }],
  ['longer than there are changes', 'GAP', { version: 5 }],
  ['none', 'MALFORMED', { asOf: 'now' }],
])('refuses a page that is %s', async (_, fault, differently) => {
  const refused = verify(feed(differently));
  await expect(refused).rejects.toThrow(FeedRefused);
  await expect(refused).rejects.toMatchObject({ fault });
});

it('takes nobody’s word but that of the known keys, for nothing but a page of consents', async () => {
  const stranger = makeSigningKey();
  await expect(verify(feed(), stranger)).rejects.toThrow(new SignatureRefused('KEY_UNKNOWN'));
  await expect(verify(feed(), { kid: key.kid, key: stranger.key })).rejects.toThrow(
    new SignatureRefused('SIGNATURE_WRONG'),
  );
  const other = await signText('simpul-reader+jws', JSON.stringify(feed()), key);
  await expect(verifyConsents(other, keys, { position, now })).rejects.toThrow(
    new SignatureRefused('MALFORMED'),
  );
  const [head, , signature] = (await signConsents(feed(), key)).split('.');
  const tampered = Buffer.from(JSON.stringify(feed({ changes: [], version: 4 }))).toString('base64url');
  const forged = `${String(head)}.${tampered}.${String(signature)}`;
  await expect(verifyConsents(forged, keys, { position, now })).rejects.toThrow(
    new SignatureRefused('SIGNATURE_WRONG'),
  );
});
