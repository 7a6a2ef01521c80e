import { randomUUID } from 'node:crypto';
import { type Asker, claimsOfLogin } from '../testkit/askers';
import { type House, openHouse } from '../testkit/house';
import type { Row } from '../testkit/question';
import { reachedBy } from '../testkit/reached';
import { bytesOf, strangersAt } from '../testkit/strangers';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

const OFFICE: Asker = { login: 'caseworker', purpose: 'PLACEMENT' };
const OTHER_OFFICE: Asker = { login: 'caseworker-cilegon', purpose: 'PLACEMENT' };
const RECRUITER: Asker = { login: 'recruiter', purpose: 'PLACEMENT' };

describe('a filter', () => {
  it('finds as much by a stranger as by nobody', async () => {
    const query =
      'query ($id: ID!) { duplicateCandidates(filter: { person: $id }) { totalCount nodes { id } } }';
    const rows = 'SELECT person_id AS id, person_id AS person FROM duplicate_of_person';
    const strangers = await strangersAt(house, 'labor-office', { rows, as: OTHER_OFFICE });
    const missing = await bytesOf(house, { query, id: randomUUID(), as: OTHER_OFFICE });
    expect(missing).toContain('"totalCount":0');
    expect(strangers.length).toBeGreaterThan(0);
    for (const id of strangers)
      expect(await bytesOf(house, { query, id: id, as: OTHER_OFFICE })).toBe(missing);
  });

  it.each(['placements', 'internships'])('finds as many %s at another employer as at none', async (field) => {
    const query = `query ($id: ID!) { ${field}(filter: { employer: $id }) { totalCount nodes { id } } }`;
    const { employer } = claimsOfLogin('recruiter');
    const [agency, table] =
      field === 'placements' ? (['employers', 'placement'] as const) : (['province', 'internship'] as const);
    const others = await house.agencies[agency].sql<{ id: string }>(
      `SELECT DISTINCT employer_id AS id FROM ${table} WHERE employer_id <> $1 ORDER BY 1 LIMIT 5`,
      [employer],
    );
    const missing = await bytesOf(house, { query, id: randomUUID(), as: RECRUITER });
    expect(missing).toContain('"totalCount":0');
    for (const { id } of others) expect(await bytesOf(house, { query, id: id, as: RECRUITER })).toBe(missing);
    expect(await bytesOf(house, { query, id: String(employer), as: RECRUITER })).not.toBe(missing);
  });

  it.each([OFFICE, OTHER_OFFICE])(
    'counts for $login nobody else of a city, and of those who registered twice',
    async (as) => {
      const reached = await reachedBy(house, 'labor-office', as);
      const { data } = await house.ask(
        `{ serang: people(filter: { region: "36.73" }) { totalCount } cilegon: people(filter: { region: "36.72" }) { totalCount }
         twice: people(filter: { registeredTwice: true }) { totalCount } }`,
        {},
        as,
      );
      const people = await house.agencies['labor-office'].sql<{ id: string; city: string; offices: number }>(
        `SELECT id, left(domicile_region_code, 5) AS city,
         (SELECT count(DISTINCT office_id)::int FROM registration WHERE person_id = person.id) AS offices FROM person`,
      );
      const count = (is: (one: (typeof people)[number]) => boolean) => ({
        totalCount: people.filter((one) => reached.has(one.id) && is(one)).length,
      });
      expect(data).toEqual({
        serang: count(({ city }) => city === '36.73'),
        cilegon: count(({ city }) => city === '36.72'),
        twice: count(({ offices }) => offices > 1),
      });
    },
  );
});

it.each([OFFICE, OTHER_OFFICE])(
  'shows $login its own half of a possible duplicate across offices',
  async (as) => {
    const reached = await reachedBy(house, 'labor-office', as);
    const { data, errors } = await house.ask(
      '{ duplicateCandidates(first: 100, filter: { acrossOffices: true }) { totalCount nodes { id people { id name } } } }',
      {},
      as,
    );
    expect(errors).toBeUndefined();
    const told = data?.['duplicateCandidates'] as { totalCount: number; nodes: Row[] };
    const pairs = await house.agencies['labor-office'].sql<{ id: string; both: string[] }>(
      'SELECT id, ARRAY[first_person_id, second_person_id] AS both FROM duplicate_candidate WHERE across_offices',
    );
    const names = new Map(
      (
        await house.agencies['labor-office'].sql<{ id: string; name: string }>('SELECT id, name FROM person')
      ).map(({ id, name }) => [id, name]),
    );
    const expected = pairs.flatMap(({ id, both }) => {
      const people = both
        .filter((half) => reached.has(half))
        .map((half) => ({ id: half, name: names.get(half) }));
      return people.length === 0 ? [] : [{ id, people }];
    });
    expect(expected.filter(({ people }) => people.length === 1).length).toBeGreaterThan(0);
    expect(told.totalCount).toBe(expected.length);
    expect(told.nodes).toHaveLength(expected.length);
    expect(told.nodes).toEqual(expect.arrayContaining(expected));
  },
);
