import { type House, openHouse } from '../testkit/house';

let house: House;
beforeAll(async () => {
  house = await openHouse(1);
});
afterAll(() => house.close());

interface Recorded {
  readonly type: string;
  readonly fields: readonly string[];
  readonly people: readonly string[];
}

/** What one question leaves on record at an agency, and its answer. */
async function recordedBy(
  query: string,
  agency: 'labor-office' | 'employers' = 'labor-office',
): Promise<{ readonly data: Record<string, unknown>; readonly records: readonly Recorded[] }> {
  await house.agencies[agency].sql('TRUNCATE audit_record, audit_seal');
  const { data, errors } = await house.ask(query);
  expect(errors).toBeUndefined();
  const records = await house.agencies[agency].sql<Recorded>(
    'SELECT type, fields, people FROM audit_record ORDER BY type',
  );
  return { data: data ?? {}, records };
}

const FILTER = 'filter: { education: [SMK], region: "36.73" }';
const idsIn = (page: unknown): string[] => (page as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
const sameIds = (ids: readonly string[]): unknown => expect.arrayContaining([...ids]);

it('has a record of everybody who was found by something personal, of whom only the id was told', async () => {
  const { data, records } = await recordedBy(`{ people(${FILTER}, first: 3) { totalCount nodes { id } } }`);
  const ids = idsIn(data['people']);
  expect(ids).toHaveLength(3);
  expect(records).toEqual([{ type: 'PersonFilter', fields: ['education', 'region'], people: sameIds(ids) }]);
  expect(records[0]?.people).toHaveLength(3);
});

it('has a record of what was asked of everybody when only their number was told', async () => {
  const { data, records } = await recordedBy(`{ people(${FILTER}) { totalCount } }`);
  expect(data['people']).toEqual({ totalCount: expect.any(Number) as number });
  expect(records).toEqual([{ type: 'PersonFilter', fields: ['education', 'region'], people: [] }]);
});

it('has a record of whoever is told to be registered, also without anything of them', async () => {
  const { data, records } = await recordedBy('{ people(first: 2) { nodes { id } } }');
  expect(records).toEqual([{ type: 'Query', fields: ['people'], people: sameIds(idsIn(data['people'])) }]);
  const one = await recordedBy(`{ person(id: "${String(records[0]?.people[0])}") { id } }`);
  expect(one.records).toEqual([{ type: 'Query', fields: ['person'], people: [records[0]?.people[0]] }]);
});

it('has one record, and not two, of people by name', async () => {
  const { records } = await recordedBy('{ people(first: 100) { nodes { id name } } }');
  expect(records).toMatchObject([{ type: 'Person', fields: ['name'] }]);
  expect(records[0]?.people).toHaveLength(100);
});
