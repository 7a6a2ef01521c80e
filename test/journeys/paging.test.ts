import { type House, openHouse } from '../testkit/house';

let house: House;
beforeAll(async () => {
  house = await openHouse(1);
});
afterAll(() => house.close());

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  nodes: { key: string }[];
}

async function page(field: string, key: string, first: number, after: string | null): Promise<Page> {
  const { data, errors } = await house.ask(
    `query ($first: Int, $after: String) { ${field}(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { key: ${key} } } }`,
    { first, after },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.[field] as Page;
}

async function all(field: string, key: string, first: number): Promise<{ keys: string[]; total: number }> {
  const keys: string[] = [];
  let after: string | null = null;
  for (;;) {
    const got: Page = await page(field, key, first, after);
    expect(got.pageInfo.hasPreviousPage).toBe(after !== null);
    keys.push(...got.nodes.map((node) => node.key));
    if (!got.pageInfo.hasNextPage) return { keys, total: got.totalCount };
    after = got.pageInfo.endCursor;
  }
}

it.each([
  ['people', 'id'],
  ['registrations', 'id'],
  ['duplicateCandidates', 'id'],
  ['programmes', 'id'],
  ['classes', 'id'],
  ['quotaAllocations', 'id'],
  ['certificates', 'id'],
  ['trainingRequests', 'id'],
  ['agreements', 'id'],
  ['dataGrants', 'id'],
  ['organizations', 'id'],
  ['figures', 'subject'],
  ['internships', 'id'],
  ['schools', 'npsn'],
  ['occupations', 'code'],
  ['industries', 'code'],
  ['employers', 'id'],
  ['vacancies', 'id'],
  ['placements', 'id'],
  ['skillDemands', 'id'],
  ['investmentNeeds', 'id'],
])('pages through %s in one order, whatever the size of the page', async (field, key) => {
  const small = await all(field, key, 7);
  const large = await all(field, key, 100);
  expect(small.keys).toEqual(large.keys);
  expect(small.keys).toHaveLength(small.total);
  expect(small.total).toBeGreaterThan(0);
  if (key === 'id') expect(new Set(small.keys).size).toBe(small.total);
});
