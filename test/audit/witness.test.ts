import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { type Head, type HeadKeys, signHead, verifiedHead } from '@simpul/kit/audit/head';
import { HeadSender } from '@simpul/kit/audit/head-sender';
import { postTo } from '@simpul/kit/audit/post';
import {
  type SigningKey,
  makeSigningKey,
  openVerificationKeys,
  publicJwk,
} from '@simpul/kit/keys/signing-key';
import { openLog } from '@simpul/kit/log/log';
import { TEST_AUDIT } from '../testkit/audit';
import { type AuditedHouse, type EmptyDatabase, emptyDatabase, serveHouse } from '../testkit/audited-house';
import { guestHouse } from '../testkit/guest-house';

const [inn, tavern] = [makeSigningKey(), makeSigningKey()];
const headKeys: HeadKeys = new Map([keysOf('inn', inn), keysOf('tavern', tavern)]);
const agency = guestHouse('witness-house');
const hash = (digit: string): string => digit.repeat(64);
let database: EmptyDatabase;
let witness: AuditedHouse;

beforeAll(async () => {
  database = await emptyDatabase(agency);
  witness = await serveHouse(agency, database, { audit: { ...TEST_AUDIT, headKeys } });
});
afterAll(async () => {
  await witness.close();
  await database.drop();
});
beforeEach(() => database.sql('TRUNCATE witnessed_head'));

function keysOf(name: string, key: SigningKey): [string, ReturnType<typeof openVerificationKeys>] {
  return [name, openVerificationKeys([publicJwk(key)])];
}

function head(count: number, ofHash: string, as: { name?: string; key?: SigningKey } = {}): Promise<string> {
  return signHead(as.name ?? 'inn', { count, hash: ofHash }, new Date(), as.key ?? inn);
}

async function post(text: string): Promise<number> {
  const reply = await fetch(`${witness.origin}/audit-heads`, { method: 'POST', body: text });
  return reply.status;
}

async function kept(): Promise<Head[]> {
  const text = await (await fetch(`${witness.origin}/audit-heads`)).text();
  return Promise.all(
    text
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((jws) => verifiedHead(jws, headKeys)),
  );
}

it('keeps heads that go forward, each once, and tells them', async () => {
  for (const jws of [await head(5, hash('a')), await head(5, hash('a')), await head(9, hash('b'))])
    expect(await post(jws)).toBe(204);
  expect(await post(await head(2, hash('c'), { name: 'tavern', key: tavern }))).toBe(204);
  expect((await kept()).map(({ agency: of, count }) => [of, count])).toEqual([
    ['tavern', 2],
    ['inn', 9],
    ['inn', 5],
  ]);
});

it('refuses a chain that goes back or is another', async () => {
  await post(await head(9, hash('b')));
  expect(await post(await head(8, hash('b')))).toBe(403);
  expect(await post(await head(9, hash('c')))).toBe(403);
  expect(await kept()).toHaveLength(1);
});

it.each([
  ['by nobody', () => Promise.resolve('head')],
  ['by another key', () => head(1, hash('a'), { key: makeSigningKey() })],
  ['by one agency for another', () => head(1, hash('a'), { key: tavern })],
  ['for an agency that is not known', () => head(1, hash('a'), { name: 'inns' })],
  ['and changed', async () => (await head(1, hash('a'))).replace(/^(.*\.)(.)/, '$1A$2')],
])('refuses a head that is signed %s', async (_, made) => {
  expect(await post(await made())).toBe(401);
  expect(await kept()).toEqual([]);
});

it('refuses a text that no head is as long as', async () => {
  expect(await post('x'.repeat(5000))).toBe(413);
});

it('is open to nobody where no keys were given', async () => {
  const closed = await serveHouse(agency, database);
  expect((await fetch(`${closed.origin}/audit-heads`, { method: 'POST', body: 'x' })).status).toBe(404);
  await closed.close();
});

it('is sent the head of what was sealed', async () => {
  const own = await emptyDatabase(guestHouse('inn'));
  const audit = { ...TEST_AUDIT, witness: { url: `${witness.origin}/audit-heads`, key: inn } };
  const house = await serveHouse(guestHouse('inn'), own, { audit });
  await house.ask('{ guests(rooms: 1) { name } }');
  // Closing seals and sends what there is.
  await house.close();
  const [seal] = await own.sql<{ hash: string }>("SELECT encode(hash, 'hex') AS hash FROM audit_seal");
  expect(await kept()).toMatchObject([{ agency: 'inn', count: 1, hash: seal?.hash }]);
  await own.drop();
});

it('gets what it missed while it was away', async () => {
  const port = createServer().listen(0, '127.0.0.1');
  await once(port, 'listening');
  const url = `http://127.0.0.1:${String((port.address() as AddressInfo).port)}`;
  port.close();
  let address = url;
  const log = openLog('inn', 'silent');
  const sender = new HeadSender({
    ...{ agency: 'inn', key: inn, log, post: (text: string) => postTo(address, null)(text) },
  });
  await sender.send({ count: 3, hash: hash('a') });
  expect([sender.state, sender.witnessed]).toEqual(['AWAY', 0]);
  address = `${witness.origin}/audit-heads`;
  await sender.send({ count: 4, hash: hash('b') });
  expect([sender.state, sender.witnessed]).toEqual(['KEPT', 4]);
  await sender.send({ count: 2, hash: hash('d') });
  expect([sender.state, sender.witnessed]).toEqual(['REFUSED', 4]);
  expect(await kept()).toMatchObject([{ count: 4 }]);
});
