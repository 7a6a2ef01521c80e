import { organizationId } from '@simpul/schema/contract/ids';
import { TODAY } from '../testkit/agency';
import type { Asker } from '../testkit/askers';
import { type AgencyName, type House, openHouse } from '../testkit/house';
import { reachedBy } from '../testkit/reached';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
  // Some graduates of the tripartite agreement let the association know of them.
  await house.agencies['training-center'].sql(
    `INSERT INTO consent_echo SELECT DISTINCT ON (person_id) person_id, gen_random_uuid(), $1, 'PLACEMENT', '{HISTORY}'::text[], $2::date, NULL::date, true
     FROM disclosure_basis JOIN certificate USING (person_id) WHERE organization_id = $1 ORDER BY person_id LIMIT 9`,
    [organizationId('apindo'), TODAY],
  );
});
afterAll(() => house.close());

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  nodes: { key: string }[];
}

/** A root list as somebody pages through it. */
interface List {
  readonly field: string;
  readonly key: string;
  readonly as: Asker;
}

async function page({ field, key, as }: List, first: number, after: string | null): Promise<Page> {
  const { data, errors } = await house.ask(
    `query ($first: Int, $after: String) { ${field}(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { key: ${key} } } }`,
    { first, after },
    as,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.[field] as Page;
}

async function all(list: List, first: number): Promise<{ keys: string[]; total: number }> {
  const keys: string[] = [];
  let after: string | null = null;
  for (;;) {
    const got: Page = await page(list, first, after);
    expect(got.pageInfo.hasPreviousPage).toBe(after !== null);
    keys.push(...got.nodes.map((node) => node.key));
    if (!got.pageInfo.hasNextPage) return { keys, total: got.totalCount };
    after = got.pageInfo.endCursor;
  }
}

async function expectPages(list: List, expected: readonly string[]): Promise<void> {
  const small = await all(list, 7);
  const large = await all(list, 100);
  expect(small.keys).toEqual(large.keys);
  expect([...small.keys].sort()).toEqual([...expected].sort());
  expect(small.total).toBe(expected.length);
  expect(small.total).toBeGreaterThan(0);
}

const OFFICE: Asker = { login: 'caseworker', purpose: 'PLACEMENT' };
const OTHER_OFFICE: Asker = { login: 'caseworker-cilegon', purpose: 'PLACEMENT' };
const TRAINERS: Asker = { login: 'admissions', purpose: 'TRAINING' };
const RECRUITER: Asker = { login: 'recruiter', purpose: 'PLACEMENT' };

/** Where the rows of each list are stored that tell of nobody, and the column that is its key. */
const LISTS: [field: string, key: string, agency: AgencyName, rows: string][] = [
  ['programmes', 'id', 'training-center', 'SELECT id AS key FROM programme'],
  ['classes', 'id', 'training-center', 'SELECT id AS key FROM training_class'],
  ['quotaAllocations', 'id', 'training-center', 'SELECT id AS key FROM quota_allocation'],
  ['trainingRequests', 'id', 'training-center', 'SELECT id AS key FROM training_request'],
  ['agreements', 'id', 'province', 'SELECT id AS key FROM agreement'],
  ['dataGrants', 'id', 'province', 'SELECT id AS key FROM data_grant'],
  ['organizations', 'id', 'province', 'SELECT id AS key FROM organization'],
  ['figures', 'subject', 'province', 'SELECT subject AS key FROM claim GROUP BY subject, predicate'],
  ['schools', 'npsn', 'province', 'SELECT npsn AS key FROM school'],
  ['occupations', 'code', 'province', `SELECT code AS key FROM listed_code WHERE list = 'KBJI'`],
  ['industries', 'code', 'province', `SELECT code AS key FROM listed_code WHERE list = 'KBLI'`],
  ['employers', 'id', 'employers', 'SELECT id AS key FROM employer'],
  ['vacancies', 'id', 'employers', 'SELECT id AS key FROM vacancy'],
  ['skillDemands', 'id', 'employers', 'SELECT id AS key FROM skill_demand'],
  ['investmentNeeds', 'id', 'employers', 'SELECT id AS key FROM investment_need'],
];

it.each(LISTS)(
  'pages through all %s in one order, whatever the size of the page',
  async (field, key, agency, rows) => {
    const stored = await house.agencies[agency].sql<{ key: string }>(rows);
    await expectPages(
      { field, key, as: OFFICE },
      stored.map((row) => row.key),
    );
  },
);

const PEOPLE = 'SELECT id AS key, ARRAY[id] AS people FROM person';
const REGISTRATIONS = 'SELECT id AS key, ARRAY[person_id] AS people FROM registration';
const PAIRS = 'SELECT id AS key, ARRAY[first_person_id, second_person_id] AS people FROM duplicate_candidate';
const CERTIFICATES = 'SELECT id AS key, ARRAY[person_id] AS people FROM certificate';
const INTERNSHIPS = 'SELECT id AS key, ARRAY[coalesce(student_id, id)] AS people FROM internship';
const PLACEMENTS = 'SELECT id AS key, ARRAY[person_id] AS people FROM placement';

/** Lists of rows about people: who asks, and whom each row is about; and whether there are rows that the caller does not reach. */
const LISTS_OF_PEOPLE: [field: string, as: Asker, agency: AgencyName, rows: string, isPart: boolean][] = [
  ['people', OFFICE, 'labor-office', PEOPLE, true],
  ['people', OTHER_OFFICE, 'labor-office', PEOPLE, true],
  ['people', TRAINERS, 'labor-office', PEOPLE, true],
  ['registrations', OFFICE, 'labor-office', REGISTRATIONS, true],
  ['registrations', TRAINERS, 'labor-office', REGISTRATIONS, true],
  ['duplicateCandidates', OFFICE, 'labor-office', PAIRS, false],
  ['duplicateCandidates', OTHER_OFFICE, 'labor-office', PAIRS, true],
  ['certificates', TRAINERS, 'training-center', CERTIFICATES, false],
  ['certificates', OFFICE, 'training-center', CERTIFICATES, true],
  ['certificates', { login: 'apindo', purpose: 'PLACEMENT' }, 'training-center', CERTIFICATES, true],
  ['internships', TRAINERS, 'province', INTERNSHIPS, false],
  ['internships', RECRUITER, 'province', INTERNSHIPS, true],
  ['placements', OTHER_OFFICE, 'employers', PLACEMENTS, false],
  ['placements', RECRUITER, 'employers', PLACEMENTS, true],
  ['placements', TRAINERS, 'employers', PLACEMENTS, true],
];

it.each(LISTS_OF_PEOPLE)(
  'pages through those %s whom %o reaches, and counts no others',
  async (field, as, agency, rows, isPart) => {
    const stored = await house.agencies[agency].sql<{ key: string; people: string[] }>(rows);
    const reached = await reachedBy(house, agency, as);
    const expected = stored.filter(({ people }) => people.some((id) => reached.has(id)));
    expect(expected.length < stored.length).toBe(isPart);
    await expectPages(
      { field, key: 'id', as },
      expected.map(({ key }) => key),
    );
  },
);
