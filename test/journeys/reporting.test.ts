import { type House, openHouse } from '../testkit/house';
import {
  type Row,
  answer,
  countPlacements,
  countSeats,
  grouped,
  namesIn,
  paired,
  seatsOf,
  wronglyPublished,
} from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

it('reporting 6: the share of vacancies reported, by size, city and quarter', async () => {
  const cells = (await answer(house, 'reporting-06')).list('vacancyReportingSummary');
  const employers = await house.agencies.employers.sql<{ id: string; size: string; home: string }>(
    `SELECT id, size, left(region_code, 5) AS home FROM employer WHERE region_code LIKE '36%'`,
  );
  const vacancies = await house.agencies.employers.sql<Row & { quarter: string; reported: boolean }>(
    `SELECT employer_id, to_char(posted_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-"Q"Q') AS quarter, reported_at IS NOT NULL AS reported FROM vacancy`,
  );
  const regions = await namesIn(house.agencies.province, 'region', 'code');
  const posted = grouped(vacancies, 'employer_id');
  const kinds = grouped(
    employers.flatMap((employer) =>
      ['2026-Q1', '2026-Q2'].map((quarter) => {
        const own = (posted.get(employer.id) ?? []).filter((one) => one.quarter === quarter);
        return { ...employer, own, quarter, kind: `${employer.size} ${employer.home} ${quarter}` };
      }),
    ),
    'kind',
  );
  const truth = [...kinds.values()].flatMap((rows) => {
    const [first] = rows;
    const all = rows.flatMap(({ own }) => own);
    const reported = all.filter((one) => one.reported);
    return first
      ? [
          {
            ...{ size: first.size, home: first.home, quarter: first.quarter, employers: rows.length },
            employersReporting: rows.filter(({ own }) => own.some((one) => one.reported)).length,
            ...{ vacancies: all.length, vacanciesReported: reported.length },
          },
        ]
      : [];
  });
  const key = { size: 'employerSize', home: 'region.code', quarter: 'quarter' };
  for (const [cell, { size, home, ...counts }] of paired(cells, truth, key)) {
    expect(cell).toEqual({
      ...{ ...counts, employerSize: size, region: { code: home, name: regions.get(home) } },
      share:
        counts.vacancies === 0
          ? null
          : (expect.closeTo(counts.vacanciesReported / counts.vacancies, 6) as number),
    });
  }
  expect(truth.some((cell) => cell.vacanciesReported > 0 && cell.vacanciesReported < cell.vacancies)).toBe(
    true,
  );
  expect(truth.some((cell) => cell.employersReporting < cell.employers && cell.vacancies > 0)).toBe(true);
  expect(vacancies.some(({ quarter }) => quarter < '2026-Q1')).toBe(true);
});

describe('reporting 7: placements by channel and area beside the destinations announced', () => {
  it.each([
    ['of all days', {}, 'true'],
    [
      'of a quarter',
      { from: '2026-01-01', to: '2026-03-31' },
      `starts_on BETWEEN '2026-01-01' AND '2026-03-31'`,
    ],
  ])('counts those %s', async (_, period, condition) => {
    const cells = (await answer(house, 'reporting-07', period)).list('placementSummary');
    const truth = await countPlacements(house, condition, [], ['area', 'country']);
    const key = { scheme: 'scheme', channel: 'channel', area: 'area', country: 'country' };
    const pairs = paired(cells, truth, key).map(([cell, real]) => {
      const { scheme, channel, area, country } = real;
      const lines = ['', `area ${String(area)}`, `country ${String(country)}`];
      return { cell, real, lines: lines.map((line) => `${String(scheme)} ${String(channel)} ${line}`) };
    });
    const placed = pairs.map(({ cell, real, lines }) => ({
      lines,
      real: real.placed,
      count: cell['placed'],
    }));
    const active = pairs.map(({ cell, real, lines }) => {
      return { lines, real: real.active, count: cell['active'], withheld: cell['placed'] === null };
    });
    expect(wronglyPublished(placed)).toEqual([]);
    expect(wronglyPublished(active)).toEqual([]);
    for (const { cell } of pairs) expect(cell['suppressed']).toBe(cell['placed'] === null);
    expect(cells.some(({ placed: count }) => count !== null)).toBe(true);
  });

  it('tells every destination that somebody announced, and the ways abroad', async () => {
    const reply = await answer(house, 'reporting-07');
    const claims = await house.agencies.province.sql<Row & { subject: string; value: string }>(
      `SELECT subject, value, source_name FROM claim WHERE predicate = 'destination' AND retracted_at IS NULL ORDER BY recorded`,
    );
    const figures = [...grouped(claims, 'subject')].map(([subject, all]) => ({
      subject,
      conflicting: new Set(all.map(({ value }) => value)).size > 1,
      all: all.map(({ value, source_name }) => ({ value, source: { name: source_name } })),
    }));
    const told = paired(reply.list('announced', 'nodes'), figures, { subject: 'subject' });
    for (const [figure, expected] of told) expect(figure).toEqual(expected);
    expect(new Set(figures.map(({ conflicting }) => conflicting)).size).toBe(2);
    expect(figures.find(({ subject }) => subject === 'placement/36.73')?.all).toEqual([
      {
        value: 'Kota Serang, Jabodetabek, outside Java, overseas',
        source: { name: '004_388bf4e4bb9d5bf0.txt' },
      },
    ]);
    const ways = await house.agencies['training-center'].sql<Row>(
      `SELECT country, scheme, (SELECT jsonb_agg(jsonb_build_object('name', source ->> 'name')) FROM jsonb_array_elements(sources) source) AS sources
       FROM overseas_pathway`,
    );
    const pathways = reply.list('overseasPathways');
    for (const [way, row] of paired(pathways, ways, { country: 'country', scheme: 'scheme' }))
      expect(way).toEqual(row);
  });
});

it('reporting 8: TPT as published beside programme output, city by city', async () => {
  await house.agencies.province.sql(
    `INSERT INTO indicator (id, kind, region_code, period, period_ends_on, value, unit, method, source_name, source_kind)
     SELECT gen_random_uuid(), 'UNEMPLOYED', region_code, period, period_ends_on, 1000, 'people', method, source_name, source_kind
     FROM indicator WHERE region_code = '36.73' AND kind = 'TPT' AND period_ends_on IS NOT NULL`,
  );
  const nodes = (await answer(house, 'reporting-08')).list('regions', 'nodes');
  const cities = await house.agencies.province.sql<{ code: string; name: string }>(
    `SELECT code, name FROM region WHERE parent_code = '36' AND level = 'REGENCY'`,
  );
  expect(cities).toHaveLength(8);
  const published = await house.agencies.province.sql<
    Row & { region: string; kind: string; ends: string | null }
  >(
    `SELECT kind, region_code AS region, period, value::float, unit, method, jsonb_build_object('name', source_name) AS source,
       period_ends_on::text AS ends FROM indicator ORDER BY period_ends_on DESC, id`,
  );
  let [told, trained] = [0, 0];
  for (const [node, city] of paired(nodes, cities, { code: 'code' })) {
    const indicators = published
      .filter(
        ({ region, kind, ends }) =>
          region === city.code && kind === 'TPT' && ends !== null && ends >= '2024-08-01',
      )
      .map(({ kind: _kind, region: _region, ends: _ends, ...indicator }) => indicator);
    const seats = await seatsOf(
      house,
      `class.ends_on BETWEEN '2024-08-01' AND '2026-06-30' AND enrolment.district_code LIKE $1 || '%'`,
      [city.code],
    );
    const { classes, enrolled, completed, certified } = countSeats(seats);
    expect(node).toEqual({
      ...{ ...city, indicators },
      trainingSummary: { classes, enrolled, completed, certified, asOf: expect.any(String) as string },
    });
    [told, trained] = [told + indicators.length, trained + certified];
  }
  expect(told).toBeLessThan(published.length);
  expect(trained).toBeGreaterThan(0);
  const values = (code: string): unknown[] =>
    nodes.flatMap((node) =>
      node['code'] === code ? (node['indicators'] as Row[]).map(({ value }) => value) : [],
    );
  expect(values('36.73')).toContain(6.95);
  expect(values('36.72')).toEqual(expect.arrayContaining([7.41, 6.08]));
});
