import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { laborOffice } from '../agency';

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(laborOffice, 1);
});

afterAll(() => agency.close());

interface Found {
  readonly totalCount: number;
  readonly asOf: string | null;
  readonly nodes: {
    readonly id: string;
    readonly status: string;
    readonly nextReportDue: string;
    readonly person: { id: string };
  }[];
}

async function find(filter: string): Promise<Found> {
  const { data, errors } = await agency.ask(
    `{ registrations(filter: { ${filter} }, first: 100) { totalCount asOf nodes { id status nextReportDue person { id } } } }`,
  );
  expect(errors).toBeUndefined();
  return data?.['registrations'] as Found;
}

const STATUSES = ['ACTIVE', 'DUE_REPORT', 'LAPSED', 'PLACED', 'REMOVED'];

it('finds by state what it shows in that state, each registration in exactly one', async () => {
  const found = await Promise.all(STATUSES.map((status) => find(`status: [${status}]`)));
  found.forEach(({ nodes }, index) => {
    expect(nodes.length).toBeGreaterThan(0);
    expect(new Set(nodes.map(({ status }) => status))).toEqual(new Set([STATUSES[index]]));
  });
  const all = await find('');
  expect(found.reduce((sum, { totalCount }) => sum + totalCount, 0)).toBe(all.totalCount);
  expect((await find('status: []')).totalCount).toBe(0);
});

it('takes a report for overdue from the day after it was due, unless the registration has ended', async () => {
  const [one] = (await find('status: [ACTIVE]')).nodes;
  const standsAs = async (change: string): Promise<(string | undefined)[]> => {
    await agency.sql(`UPDATE registration SET ${change} WHERE id = $1`, [one?.id]);
    const overdue = (await find('reportOverdue: true')).nodes.some(({ id }) => id === one?.id);
    const { data } = await agency.ask(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Registration { status } } }`,
      { r: [{ __typename: 'Registration', id: one?.id }] },
    );
    const [entity] = data?.['_entities'] as { status: string }[];
    return [entity?.status, String(overdue)];
  };
  expect(await standsAs(`next_report_due = '2026-06-15'`)).toEqual(['ACTIVE', 'false']);
  expect(await standsAs(`next_report_due = '2026-06-14'`)).toEqual(['DUE_REPORT', 'true']);
  expect(await standsAs(`registered_on = '2024-06-14', valid_until = '2026-06-14'`)).toEqual([
    'LAPSED',
    'false',
  ]);
  expect(await standsAs(`ended_as = 'PLACED', ended_on = '2026-06-01'`)).toEqual(['PLACED', 'false']);
});

it('finds who misses the report while enrolled or placed elsewhere, and says how old that knowledge is', async () => {
  const found = await find('reportOverdue: true, enrolledOrPlaced: true');
  expect(found.asOf).toBe('2026-06-15T00:00:00.000+07:00');
  const recount = await agency.sql<{
    id: string;
  }>(`SELECT id FROM registration JOIN person_echo USING (person_id)
    WHERE ended_as IS NULL AND valid_until >= '2026-06-15' AND next_report_due < '2026-06-15' ORDER BY next_report_due, id`);
  expect(found.nodes.map(({ id }) => id)).toEqual(recount.map(({ id }) => id));
  expect(found.totalCount).toBeGreaterThan(0);
  const others = await find('reportOverdue: true, enrolledOrPlaced: false');
  const overdue = await find('reportOverdue: true');
  expect(found.totalCount + others.totalCount).toBe(overdue.totalCount);
  expect(overdue.asOf).toBeNull();
});
