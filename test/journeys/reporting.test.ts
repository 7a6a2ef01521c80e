import { TODAY } from '../testkit/agency';
import { type House, openHouse } from '../testkit/house';
import { type Row, answer, shown, wronglyPublished } from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

describe('reporting 1: the balances of the month', () => {
  const from = '2026-05-01';
  const to = '2026-05-31';

  it('of job seekers by age and sex equal a recount of their registrations', async () => {
    const rows = (await answer(house, 'reporting-01')).list('ageAndSex');
    const truth = await house.agencies['labor-office'].sql<
      Record<'carried' | 'registered' | 'placed' | 'removed', number>
    >(
      `SELECT count(*) FILTER (WHERE registered_on < $1 AND left_on >= $1)::int AS carried,
         count(*) FILTER (WHERE registered_on BETWEEN $1 AND $2)::int AS registered,
         count(*) FILTER (WHERE left_on BETWEEN $1 AND $2 AND ended_as = 'PLACED')::int AS placed,
         count(*) FILTER (WHERE left_on BETWEEN $1 AND $2 AND ended_as IS DISTINCT FROM 'PLACED')::int AS removed
       FROM registration WHERE region_code = '36.73'`,
      [from, to],
    );
    const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column]), 0);
    expect({
      carried: sum('carriedOver'),
      registered: sum('registered'),
      placed: sum('placed'),
      removed: sum('removed'),
    }).toEqual(truth[0]);
    for (const row of rows) {
      expect(row['carriedForward']).toBe(
        Number(row['carriedOver']) +
          Number(row['registered']) -
          Number(row['placed']) -
          Number(row['removed']),
      );
    }
  });

  it('of vacancies by industry equal a recount of the posts', async () => {
    const rows = (await answer(house, 'reporting-01')).list('vacanciesByIndustry');
    const truth = await house.agencies.employers.sql<{
      industry: string;
      carried: number;
      reported: number;
      filled: number;
      removed: number;
    }>(
      `SELECT industry_code AS industry,
         coalesce(sum(CASE kind WHEN 'REPORTED' THEN posts ELSE -posts END) FILTER (WHERE changed_on < $1), 0)::int AS carried,
         coalesce(sum(posts) FILTER (WHERE changed_on BETWEEN $1 AND $2 AND kind = 'REPORTED'), 0)::int AS reported,
         coalesce(sum(posts) FILTER (WHERE changed_on BETWEEN $1 AND $2 AND kind = 'FILLED'), 0)::int AS filled,
         coalesce(sum(posts) FILTER (WHERE changed_on BETWEEN $1 AND $2 AND kind = 'REMOVED'), 0)::int AS removed
       FROM vacancy_post_change JOIN vacancy ON vacancy.id = vacancy_id JOIN employer ON employer.id = employer_id
       WHERE coalesce(work_region_code, employer.region_code) LIKE '36.73%' GROUP BY 1`,
      [from, to],
    );
    const counts = new Map(truth.map((row) => [row.industry, row]));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const { carried, reported, filled, removed } =
        counts.get(String((row['industry'] as Row)['code'])) ?? {};
      expect(row).toMatchObject({ carriedOver: carried, reported, filled, removed });
      expect(row['carriedForward']).toBe(
        Number(carried) + Number(reported) - Number(filled) - Number(removed),
      );
    }
  });
});

it('reporting 4: cost and graduates by funding', async () => {
  const from = '2025-07-01';
  const to = '2026-06-30';
  const cells = (await answer(house, 'reporting-04', { from, to })).list('trainingSummary');
  const truth = await house.agencies['training-center'].sql<{
    funding: string;
    classes: number;
    completed: number;
    cost: number | null;
  }>(
    `SELECT funding, count(*)::int AS classes, sum(cost) FILTER (WHERE status <> 'PLANNED')::float AS cost,
       (SELECT count(*)::int FROM enrolment JOIN training_class c ON c.id = class_id
        WHERE c.funding IS NOT DISTINCT FROM training_class.funding AND c.ends_on BETWEEN $1 AND $2 AND stage = 'COMPLETED') AS completed
     FROM training_class WHERE ends_on BETWEEN $1 AND $2 AND status <> 'CANCELLED' GROUP BY funding`,
    [from, to],
  );
  expect(cells).toHaveLength(truth.length);
  for (const { funding, classes, completed, cost } of truth) {
    const cell = cells.find((row) => row['funding'] === funding);
    expect(cell).toMatchObject({
      classes,
      completed: shown(completed),
      cost: cost === null ? null : { amount: cost, currency: 'IDR' },
    });
  }
});

it('reporting 6: the share of vacancies reported, by size, city and quarter', async () => {
  const cells = (await answer(house, 'reporting-06')).list('vacancyReportingSummary');
  expect(cells.length).toBeGreaterThan(0);
  const [known] = await house.agencies.employers.sql<{ vacancies: number; reported: number }>(
    `SELECT count(*)::int AS vacancies, count(reported_at)::int AS reported FROM vacancy JOIN employer ON employer.id = employer_id
     WHERE (posted_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN '2026-01-01' AND '2026-06-30' AND employer.region_code LIKE '36%'`,
  );
  const sum = (column: string): number => cells.reduce((total, cell) => total + Number(cell[column]), 0);
  expect({ vacancies: sum('vacancies'), reported: sum('vacanciesReported') }).toEqual(known);
  for (const cell of cells) {
    const share =
      cell['vacancies'] === 0 ? null : Number(cell['vacanciesReported']) / Number(cell['vacancies']);
    if (share === null) expect(cell['share']).toBeNull();
    else expect(cell['share']).toBeCloseTo(share, 6);
  }
});

it('reporting 7: placements by channel and area beside the destinations announced', async () => {
  const reply = await answer(house, 'reporting-07');
  const truth = await house.agencies.employers.sql<{
    scheme: string;
    channel: string | null;
    area: string;
    country: string;
    placed: number;
    active: number;
  }>(
    `SELECT scheme, channel, area, country, count(*)::int AS placed,
       count(*) FILTER (WHERE ends_on IS NULL OR ends_on >= $1)::int AS active FROM placement GROUP BY 1, 2, 3, 4`,
    [TODAY],
  );
  const cells = reply.list('placementSummary');
  expect(cells).toHaveLength(truth.length);
  const counts = truth.map(({ scheme, channel, area, country, placed, active }) => {
    const cell = cells.find(
      (row) =>
        row['scheme'] === scheme &&
        row['channel'] === channel &&
        row['area'] === area &&
        row['country'] === country,
    );
    if (cell?.['active'] !== null) expect(cell?.['active']).toBe(active);
    expect(cell?.['suppressed']).toBe(cell?.['placed'] === null);
    if (shown(active) === null || cell?.['suppressed'] === true) expect(cell?.['active']).toBeNull();
    return { line: `${scheme} ${channel ?? ''}`, real: placed, count: cell?.['placed'] };
  });
  expect(wronglyPublished(counts)).toEqual([]);
  expect(cells.some(({ suppressed }) => suppressed === false)).toBe(true);
  const announced = reply.list('announced', 'nodes');
  expect(announced.some((figure) => figure['conflicting'] === true)).toBe(true);
  expect(announced).toContainEqual({
    subject: 'placement/36.73',
    conflicting: false,
    all: [
      {
        value: 'Kota Serang, Jabodetabek, outside Java, overseas',
        source: { name: '004_388bf4e4bb9d5bf0.txt' },
      },
    ],
  });
});

it('reporting 8: TPT as published beside programme output, city by city', async () => {
  const nodes = (await answer(house, 'reporting-08')).list('regions', 'nodes');
  expect(nodes).toHaveLength(8);
  const serang = nodes.find(({ code }) => code === '36.73');
  const cilegon = nodes.find(({ code }) => code === '36.72');
  expect((serang?.['indicators'] as Row[]).map(({ value }) => value)).toContain(6.95);
  expect((cilegon?.['indicators'] as Row[]).map(({ value }) => value)).toEqual(
    expect.arrayContaining([7.41, 6.08]),
  );
  for (const node of nodes) {
    const [truth] = await house.agencies['training-center'].sql<{ completed: number }>(
      `SELECT count(*)::int AS completed FROM enrolment JOIN training_class ON training_class.id = class_id
       WHERE district_code LIKE $1 AND stage = 'COMPLETED' AND ends_on BETWEEN '2024-08-01' AND '2026-06-30'`,
      [`${String(node['code'])}%`],
    );
    expect((node['trainingSummary'] as Row)['completed']).toBe(truth?.completed);
  }
});

it('reporting 9: compliance with the local-hire rule, employers without data counted apart', async () => {
  const cells = (await answer(house, 'reporting-09')).list('localHireSummary');
  expect(new Set(cells.map((cell) => cell['denominator']))).toEqual(
    new Set(['TOTAL_EMPLOYEES', 'WORKFORCE_NEEDED', 'NEW_HIRES']),
  );
  const reports = await house.agencies.employers.sql<{ quarter: string; employers: number }>(
    `SELECT to_char(period_to, 'YYYY"-Q"Q') AS quarter, count(DISTINCT employer_id)::int AS employers
     FROM workforce_report JOIN employer ON employer.id = employer_id WHERE employer.region_code LIKE '36.73%' GROUP BY 1`,
  );
  for (const { quarter, employers } of reports) {
    const ofRule = cells.filter(
      (cell) => cell['quarter'] === quarter && cell['denominator'] === 'TOTAL_EMPLOYEES',
    );
    const versions = new Set(ofRule.map((cell) => (cell['rule'] as Row)['version']));
    for (const version of versions) {
      const counted = ofRule.filter((cell) => (cell['rule'] as Row)['version'] === version);
      expect(counted.reduce((total, cell) => total + Number(cell['employers']), 0)).toBe(employers);
      for (const cell of counted)
        expect(Number(cell['met']) + Number(cell['notEnoughData'])).toBeLessThanOrEqual(
          Number(cell['employers']),
        );
    }
  }
});
