import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { province } from '../agency';

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(province, 4);
});

afterAll(() => agency.close());

async function ids(filter: object): Promise<string[]> {
  const { data, errors } = await agency.ask(
    'query ($filter: InternshipFilter) { internships(filter: $filter, first: 100) { totalCount nodes { id } } }',
    { filter },
  );
  expect(errors).toBeUndefined();
  const { totalCount, nodes } = data?.['internships'] as { totalCount: number; nodes: { id: string }[] };
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }) => id).sort();
}

async function recount(condition: string): Promise<string[]> {
  const rows = await agency.sql<{ id: string }>(
    `SELECT internship.id FROM internship JOIN school ON npsn = school_npsn WHERE ${condition}`,
  );
  expect(rows.length).toBeGreaterThan(0);
  return rows.map(({ id }) => id).sort();
}

it.each([
  [{ incomplete: true }, "guardian_consent IN ('MISSING', 'WITHDRAWN') OR NOT certification_planned"],
  [{ incomplete: false }, "guardian_consent IN ('GIVEN', 'NOT_NEEDED') AND certification_planned"],
  [{ occupations: ['72'] }, "occupation_code LIKE '72%'"],
  [{ occupations: ['7212', '81'] }, "occupation_code = '7212' OR occupation_code LIKE '81%'"],
  [{ region: '36.73' }, "region_code = '36.73'"],
  [{ region: '36', status: ['RUNNING'] }, "status = 'RUNNING'"],
  [{ endsFrom: '2026-06-15', endsTo: '2026-07-31' }, "ends_on BETWEEN '2026-06-15' AND '2026-07-31'"],
])('filters by %j as a plain recount does', async (filter, condition) => {
  expect(await ids(filter)).toEqual(await recount(condition));
});

it('finds nothing below a code that nobody uses, and refuses one that is no code', async () => {
  expect(await ids({ occupations: ['9'] })).toEqual([]);
  expect(await ids({ occupations: [] })).toEqual([]);
  const { data, errors } = await agency.ask(
    '{ internships(filter: { occupations: ["7%"] }) { totalCount } }',
  );
  expect(data).toEqual({ internships: null });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

it('shows the same internships through their schools', async () => {
  const { data } = await agency.ask(
    '{ schools { nodes { internships(first: 100, filter: { incomplete: true }) { totalCount nodes { id } } } } }',
  );
  const schools = (data?.['schools'] as { nodes: { internships: { nodes: { id: string }[] } }[] }).nodes;
  const through = schools.flatMap(({ internships }) => internships.nodes.map(({ id }) => id));
  expect(through.sort()).toEqual(await ids({ incomplete: true }));
});
