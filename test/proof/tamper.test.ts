import { type EmptyDatabase, emptyDatabase } from '../testkit/audited-house';
import { guestHouse } from '../testkit/guest-house';
import { Arena, TAMPERINGS } from './tamper/arena';

let database: EmptyDatabase;
let arena: Arena;

beforeAll(async () => {
  database = await emptyDatabase(guestHouse('arena'));
  arena = await Arena.open(database.url, database.urls);
});
afterAll(async () => {
  await arena.close();
  await database.drop();
});

it('finds nothing wrong with an audit that nobody touched', async () => {
  expect(await arena.verify()).toEqual({ sealed: 80, unsealed: 10, heads: 4, fault: null });
});

it.each(TAMPERINGS)('finds who would %s', async (name, tampering) => {
  const { place, found } = await arena.suffer(tampering, name);
  expect(found.fault).not.toBeNull();
  if (place !== null) expect(found.fault?.sequence).toBe(place);
});

it('tries at least fifty', () => {
  expect(TAMPERINGS.length).toBeGreaterThanOrEqual(50);
});
