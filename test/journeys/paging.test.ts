import { type AgencyName, type House, openHouse } from '../testkit/house';

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

/** Where the rows of each list are stored, and the column that is its key. */
const LISTS: [field: string, key: string, agency: AgencyName, rows: string][] = [
  ['people', 'id', 'labor-office', 'SELECT id AS key FROM person'],
  ['registrations', 'id', 'labor-office', 'SELECT id AS key FROM registration'],
  ['duplicateCandidates', 'id', 'labor-office', 'SELECT id AS key FROM duplicate_candidate'],
  ['programmes', 'id', 'training-center', 'SELECT id AS key FROM programme'],
  ['classes', 'id', 'training-center', 'SELECT id AS key FROM training_class'],
  ['quotaAllocations', 'id', 'training-center', 'SELECT id AS key FROM quota_allocation'],
  ['certificates', 'id', 'training-center', 'SELECT id AS key FROM certificate'],
  ['trainingRequests', 'id', 'training-center', 'SELECT id AS key FROM training_request'],
  ['agreements', 'id', 'province', 'SELECT id AS key FROM agreement'],
  ['dataGrants', 'id', 'province', 'SELECT id AS key FROM data_grant'],
  ['organizations', 'id', 'province', 'SELECT id AS key FROM organization'],
  ['figures', 'subject', 'province', 'SELECT subject AS key FROM claim GROUP BY subject, predicate'],
  ['internships', 'id', 'province', 'SELECT id AS key FROM internship'],
  ['schools', 'npsn', 'province', 'SELECT npsn AS key FROM school'],
  ['occupations', 'code', 'province', `SELECT code AS key FROM listed_code WHERE list = 'KBJI'`],
  ['industries', 'code', 'province', `SELECT code AS key FROM listed_code WHERE list = 'KBLI'`],
  ['employers', 'id', 'employers', 'SELECT id AS key FROM employer'],
  ['vacancies', 'id', 'employers', 'SELECT id AS key FROM vacancy'],
  ['placements', 'id', 'employers', 'SELECT id AS key FROM placement'],
  ['skillDemands', 'id', 'employers', 'SELECT id AS key FROM skill_demand'],
  ['investmentNeeds', 'id', 'employers', 'SELECT id AS key FROM investment_need'],
];

it.each(LISTS)(
  'pages through all %s in one order, whatever the size of the page',
  async (field, key, agency, rows) => {
    const stored = await house.agencies[agency].sql<{ key: string }>(rows);
    const small = await all(field, key, 7);
    const large = await all(field, key, 100);
    expect(small.keys).toEqual(large.keys);
    expect([...small.keys].sort()).toEqual(stored.map((row) => row.key).sort());
    expect(small.total).toBe(stored.length);
    expect(small.total).toBeGreaterThan(0);
  },
);
