import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { laborOffice } from '../agency';

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(laborOffice, 2);
  const [one, other] = await agency.sql<{ id: string }>(
    `SELECT id FROM person WHERE siapkerja AND stage = 'REGISTERED' LIMIT 2`,
  );
  for (const [id, since] of [
    [one?.id, '2026-05-16'],
    [other?.id, '2026-05-15'],
  ]) {
    await agency.sql('UPDATE person SET stage_since = $2 WHERE id = $1', [id, since]);
    await agency.sql('UPDATE person_step SET since = $2 WHERE person_id = $1', [id, since]);
  }
});

afterAll(() => agency.close());

interface Cell {
  readonly stage: string;
  readonly region: { readonly code: string } | null;
  readonly count: number | null;
  readonly medianDays: number | null;
  readonly suppressed: boolean;
}

const STUCK = 'siapkerjaRegistered: true, stage: [REGISTERED, INTERVIEWED], minDaysInStage: 31';

it('finds who has been stuck for more than 30 days, as the steps tell it', async () => {
  const { data } = await agency.ask(
    `{ people(filter: { ${STUCK} }, first: 100) { totalCount nodes { id stage { stage since days } journey { stage days until } } } }`,
  );
  const { totalCount, nodes } = data?.['people'] as {
    totalCount: number;
    nodes: {
      stage: { stage: string; days: number };
      journey: { stage: string; days: number; until: string | null }[];
    }[];
  };
  const [recount] = await agency.sql<{
    count: number;
  }>(`SELECT count(*)::int FROM person_step step WHERE until IS NULL
    AND stage IN ('REGISTERED', 'INTERVIEWED') AND since < date '2026-06-15' - 30
    AND EXISTS (SELECT 1 FROM registration r WHERE r.person_id = step.person_id AND siapkerja_reference IS NOT NULL)`);
  expect(totalCount).toBe(recount?.count);
  expect(totalCount).toBeGreaterThan(0);
  for (const { stage, journey } of nodes) {
    expect(stage.days).toBeGreaterThan(30);
    expect(journey.at(-1)).toMatchObject({ stage: stage.stage, days: stage.days, until: null });
  }
});

it('summarizes the same people, and withholds cells that stand for fewer than five', async () => {
  const { data } = await agency.ask(
    `{ journeySummary(filter: { ${STUCK} }, groupBy: [DISTRICT]) { stage region { code } count medianDays suppressed } }`,
  );
  const cells = data?.['journeySummary'] as Cell[];
  const recount = await agency.sql<{ stage: string; district: string; count: number; days: number }>(
    `SELECT stage, domicile_region_code AS district, count(*)::int,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY date '2026-06-15' - stage_since) AS days
     FROM person WHERE siapkerja AND stage IN ('REGISTERED', 'INTERVIEWED') AND stage_since <= '2026-05-15' GROUP BY 1, 2`,
  );
  expect(cells).toHaveLength(recount.length);
  expect(cells.some(({ suppressed }) => suppressed)).toBe(true);
  for (const { stage, region, count, medianDays, suppressed } of cells) {
    const real = recount.find((row) => row.stage === stage && row.district === region?.code);
    if (real && real.count < 5) expect(suppressed).toBe(true);
    expect([count, medianDays]).toEqual(suppressed ? [null, null] : [real?.count, real?.days]);
  }
  for (const stage of ['REGISTERED', 'INTERVIEWED']) {
    expect(cells.filter((cell) => cell.stage === stage && cell.suppressed)).not.toHaveLength(1);
  }
});

it('counts people at an office as its cell among all offices does', async () => {
  const cellsOf = async (filter: string): Promise<object[]> => {
    const { data } = await agency.ask(
      `{ journeySummary(filter: { ${filter} }, groupBy: [OFFICE]) { stage office { id } count medianDays suppressed } }`,
    );
    return data?.['journeySummary'] as object[];
  };
  const all = await cellsOf('');
  const offices = await agency.sql<{ office: string }>('SELECT DISTINCT office_id AS office FROM person');
  expect(offices.length).toBeGreaterThan(1);
  for (const { office } of offices) {
    const own = all.filter((cell) => (cell as { office: { id: string } }).office.id === office);
    expect(own.length).toBeGreaterThan(0);
    expect(await cellsOf(`office: "${office}"`)).toEqual(own);
  }
});

it('finds at an office whoever has a registration there that still counts', async () => {
  const [gone] = await agency.sql<{ person: string; office: string }>(
    `SELECT person_id AS person, office_id AS office FROM registration WHERE left_on <= '2026-06-15'
       AND NOT EXISTS (SELECT 1 FROM registration other WHERE other.person_id = registration.person_id
         AND other.office_id = registration.office_id AND other.left_on > '2026-06-15') ORDER BY 1 LIMIT 1`,
  );
  const [counted] = await agency.sql<{ people: number }>(
    `SELECT count(DISTINCT person_id)::int AS people FROM registration WHERE office_id = $1 AND left_on > '2026-06-15'`,
    [gone?.office],
  );
  const { data } = await agency.ask(
    'query ($office: ID!) { people(filter: { office: $office }) { totalCount } }',
    { office: gone?.office },
  );
  expect(data?.['people']).toEqual({ totalCount: counted?.people });
});

it.each([
  ['journeySummary', 'stage', { MONTH: 'month', OFFICE: 'office { id }' }],
  ['overseasCaseSummary', 'scheme', { COUNTRY: 'country', FUNDING: 'funding' }],
])(
  'gives no cell of %s away to who subtracts a finer answer from a coarser one',
  async (field, fixed, by) => {
    const ask = async (dimensions: readonly string[]): Promise<Cell[]> => {
      const columns = Object.entries(by).flatMap(([name, column]) =>
        dimensions.includes(name) ? [column] : [],
      );
      const { data, errors } = await agency.ask(
        `{ ${field}(groupBy: [${dimensions.join()}]) { ${fixed} ${columns.join(' ')} count } }`,
      );
      expect(errors).toBeUndefined();
      return data?.[field] as Cell[];
    };
    const nameOf = ({ count: _, ...names }: Partial<Cell>): string[] =>
      Object.values(names).map((name) => JSON.stringify(name));
    const parts = await ask(Object.keys(by));
    expect(parts.some(({ count }) => count === null)).toBe(true);
    for (const dimensions of [[], ...Object.keys(by).map((name) => [name])])
      for (const { count: sum, ...whole } of await ask(dimensions)) {
        const line = parts.filter((part) => nameOf(whole).every((name) => nameOf(part).includes(name)));
        if (sum === null || line.length === 1) continue;
        const hidden = line.filter(({ count }) => count === null);
        expect(hidden).not.toHaveLength(1);
        const rest = sum - line.reduce((total, { count }) => total + (count ?? 0), 0);
        if (hidden.length > 0) expect(rest).toBeGreaterThanOrEqual(5);
      }
  },
);

it('takes state and office of one registration, not one of this and the other of that', async () => {
  const [twice] = await agency.sql<{
    person: string;
    office: string;
  }>(`SELECT person_id AS person, office_id AS office
    FROM registration WHERE person_id IN (SELECT id FROM person WHERE office_count > 1) ORDER BY 1, 2 LIMIT 1`);
  await agency.sql(
    `UPDATE registration SET ended_as = 'REMOVED', ended_on = valid_until WHERE person_id = $1 AND office_id = $2`,
    [twice?.person, twice?.office],
  );
  const isFound = async (status: string): Promise<boolean> => {
    const { data } = await agency.ask(
      `query ($office: ID!) { people(filter: { office: $office, registeredTwice: true, registrationStatus: [${status}] }, first: 100) { nodes { id } } }`,
      { office: twice?.office },
    );
    return (data?.['people'] as { nodes: { id: string }[] }).nodes.some(({ id }) => id === twice?.person);
  };
  expect([await isFound('REMOVED'), await isFound('ACTIVE, DUE_REPORT, LAPSED, PLACED')]).toEqual([
    true,
    false,
  ]);
});
