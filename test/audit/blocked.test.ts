import type { Reply } from '../testkit/agency';
import { type AuditedHouse, type EmptyDatabase, emptyDatabase, serveHouse } from '../testkit/audited-house';
import { lockRecords, untilShown } from '../testkit/blocked-audit';
import { guestHouse, guestIn } from '../testkit/guest-house';

/** What the gateway waits for an agency, unless it is told otherwise. */
const DEADLINE_MS = 5000;
const NAMES = '{ guests(rooms: 2) { id room name } }';
const agency = guestHouse('guest-house');
let database: EmptyDatabase;
let house: AuditedHouse;
let lock: Awaited<ReturnType<typeof lockRecords>>;

beforeEach(async () => {
  database = await emptyDatabase(agency);
  house = await serveHouse(agency, database);
  lock = await lockRecords(database);
});
afterEach(async () => {
  await lock.release();
  await house.close();
  await database.drop();
});

async function timed<T>(work: Promise<T>): Promise<{ result: T; ms: number }> {
  const begun = performance.now();
  return { result: await work, ms: performance.now() - begun };
}

function expectNoNames({ data, errors = [] }: Reply): void {
  expect(data).toEqual({ guests: [1, 2].map((room) => ({ id: guestIn(room), room, name: null })) });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['AUDIT_UNAVAILABLE', 'AUDIT_UNAVAILABLE']);
}

it('costs everybody the personal part of an answer, and nobody the rest or the time that a gateway has', async () => {
  const asked = await Promise.all(Array.from({ length: 20 }, () => timed(house.ask(NAMES))));
  for (const { result } of asked) expectNoNames(result);
  expect(Math.max(...asked.map(({ ms }) => ms))).toBeLessThan(DEADLINE_MS - 1000);
});

it('is noticed once: whoever comes after does not wait for it', async () => {
  const first = await timed(house.ask(NAMES));
  for (let turn = 0; turn < 5; turn += 1) {
    const { result, ms } = await timed(house.ask(NAMES));
    expectNoNames(result);
    expect(ms).toBeLessThan(first.ms / 2);
  }
  expect((await house.ask('mutation { welcome(room: 4) { room } }')).errors).toMatchObject([
    { extensions: { code: 'AUDIT_UNAVAILABLE' } },
  ]);
});

it('ends within a second of what was in the way, and what was shown then is on record', async () => {
  await house.ask(NAMES);
  await lock.release();
  expect(await untilShown(house)).toBeLessThan(1500);
  expect(await database.sql('SELECT people FROM audit_record')).toEqual([{ people: [guestIn(1)] }]);
  expect(await database.sql('SELECT 1 FROM event')).toEqual([]);
});
