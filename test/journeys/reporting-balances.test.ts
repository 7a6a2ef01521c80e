import { type House, openHouse } from '../testkit/house';
import {
  type Row,
  answer,
  countPlacements,
  grouped,
  namesIn,
  paired,
  wronglyPublished,
} from '../testkit/question';

const FROM = '2026-05-01';
const TO = '2026-05-31';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

interface Stay extends Row {
  readonly registered: string;
  readonly left: string;
  readonly placed: boolean;
  readonly age: number;
  readonly sex: string;
  readonly education: string;
  readonly occupation: string;
}

describe('reporting 1: job seekers of the month', () => {
  let stays: Stay[];
  beforeAll(async () => {
    const all = await house.agencies['labor-office'].sql<Stay & { city: string }>(
      `SELECT registered_on::text AS registered, left_on::text AS left, ended_as IS NOT DISTINCT FROM 'PLACED' AS placed,
         region_code AS city, extract(year FROM age(registered_on, birth_date))::int AS age, sex, education,
         occupations[1] AS occupation
       FROM registration JOIN person ON person.id = person_id`,
    );
    stays = all.filter(({ city, registered, left }) => city === '36.73' && registered <= TO && left >= FROM);
    expect(all.some(({ city }) => city !== '36.73')).toBe(true);
    expect(all.some(({ city, left }) => city === '36.73' && left < FROM)).toBe(true);
    expect(all.some(({ city, registered }) => city === '36.73' && registered > TO)).toBe(true);
  });

  /** The month's balance of each kind of registration. */
  function balances(kindOf: (stay: Stay) => string): Row[] {
    const kinds = grouped(
      stays.map((stay) => ({ ...stay, kind: kindOf(stay) })),
      'kind',
    );
    const count = (rows: readonly Stay[], counts: (stay: Stay) => boolean): number =>
      rows.filter(counts).length;
    return [...kinds].map(([kind, rows]) => ({
      kind,
      carriedOver: count(rows, ({ registered }) => registered < FROM),
      registered: count(rows, ({ registered }) => registered >= FROM),
      placed: count(rows, ({ left, placed }) => left <= TO && placed),
      removed: count(rows, ({ left, placed }) => left <= TO && !placed),
      carriedForward: count(rows, ({ left }) => left > TO),
    }));
  }

  function expectBalances(told: readonly Row[], recounted: readonly Row[]): void {
    for (const column of ['carriedOver', 'registered', 'placed', 'removed', 'carriedForward'])
      expect(recounted.some((row) => Number(row[column]) > 0)).toBe(true);
    for (const [row, { kind: _kind, ...counts }] of paired(told, recounted, { kind: 'kind' })) {
      expect(row).toMatchObject(counts);
      expect(row['carriedForward']).toBe(
        Number(row['carriedOver']) +
          Number(row['registered']) -
          Number(row['placed']) -
          Number(row['removed']),
      );
    }
  }

  it('by age and sex equal a recount of their registrations', async () => {
    const band = ({ age }: Stay): string => {
      if (age >= 55) return 'AGE_55_UP';
      if (age >= 45) return 'AGE_45_54';
      if (age >= 30) return 'AGE_30_44';
      return age >= 20 ? 'AGE_20_29' : 'AGE_15_19';
    };
    const told = (await answer(house, 'reporting-01')).list('ageAndSex');
    const kinds = balances((stay) => `${band(stay)} ${stay.sex}`);
    expect(kinds).toHaveLength(10);
    expectBalances(
      told.map((row) => ({ ...row, kind: `${String(row['ageBand'])} ${String(row['sex'])}` })),
      kinds,
    );
  });

  it('by education equal a recount of their registrations', async () => {
    const told = (await answer(house, 'reporting-01')).list('education');
    expectBalances(
      told.map((row) => ({ ...row, kind: row['education'] })),
      balances(({ education }) => education),
    );
    const levels = ['NONE', 'SD', 'SMP', 'SMA', 'SMK', 'DIPLOMA', 'BACHELOR', 'POSTGRADUATE'];
    expect(told.map((row) => row['education'])).toEqual(levels);
  });

  it('by the first occupation sought equal a recount of their registrations', async () => {
    const { data, errors } =
      await house.ask(`{ balance: jobSeekerBalance(form: III_3, month: "2026-05", region: "36.73") {
      occupation { code } carriedOver registered placed removed carriedForward } }`);
    expect(errors).toBeUndefined();
    const told = data?.['balance'] as (Row & { occupation: Row })[];
    expectBalances(
      told.map((row) => ({ ...row, kind: row.occupation['code'] })),
      balances(({ occupation }) => occupation),
    );
    expect(told.length).toBeGreaterThan(3);
  });
});

it('reporting 1: vacancies of the month by industry equal a recount of the posts', async () => {
  const rows = (await answer(house, 'reporting-01')).list('vacanciesByIndustry');
  const changes = await house.agencies.employers.sql<
    Row & { day: string; kind: string; posts: number; place: string }
  >(
    `SELECT industry_code AS industry, changed_on::text AS day, kind, posts, coalesce(work_region_code, employer.region_code) AS place
     FROM vacancy_post_change JOIN vacancy ON vacancy.id = vacancy_id JOIN employer ON employer.id = employer_id`,
  );
  const here = changes.filter(({ place, day }) => place.startsWith('36.73') && day <= TO);
  expect(here.length).toBeLessThan(changes.filter(({ day }) => day <= TO).length);
  expect(here.length).toBeLessThan(changes.filter(({ place }) => place.startsWith('36.73')).length);
  const truth = [...grouped(here, 'industry')].map(([industry, ofIndustry]) => {
    const sum = (kind: string, isEarlier: boolean): number =>
      ofIndustry.reduce(
        (total, change) =>
          total + (change.kind === kind && change.day < FROM === isEarlier ? change.posts : 0),
        0,
      );
    const [reported, filled, removed] = [sum('REPORTED', false), sum('FILLED', false), sum('REMOVED', false)];
    const carriedOver = sum('REPORTED', true) - sum('FILLED', true) - sum('REMOVED', true);
    return { industry, carriedOver, reported, filled, removed };
  });
  const moved = truth.filter(({ industry: _industry, ...posts }) =>
    Object.values(posts).some((n) => n !== 0),
  );
  const industries = await namesIn(house.agencies.province, "listed_code WHERE list = 'KBLI'", 'code');
  for (const [row, { industry, ...posts }] of paired(rows, moved, { industry: 'industry.code' })) {
    expect(row).toEqual({
      industry: { code: industry, name: industries.get(industry) },
      ...posts,
      carriedForward: posts.carriedOver + posts.reported - posts.filled - posts.removed,
    });
  }
  for (const column of ['carriedOver', 'reported', 'filled', 'removed'] as const)
    expect(moved.some((row) => row[column] > 0)).toBe(true);
});

it('reporting 1: placements of the city by education, counted where nobody can be told by them', async () => {
  const cells = (await answer(house, 'reporting-01')).list('placements');
  const truth = await countPlacements(house, `origin_region_code LIKE '36.73%'`, [], ['education']);
  expect(await countPlacements(house, 'true', [], ['education'])).not.toEqual(truth);
  const key = { scheme: 'scheme', channel: 'channel', education: 'education' };
  const counts = paired(cells, truth, key).map(([cell, { scheme, channel, placed }]) => {
    expect(cell['suppressed']).toBe(cell['placed'] === null);
    return { lines: [`${String(scheme)} ${String(channel)}`], real: placed, count: cell['placed'] };
  });
  expect(wronglyPublished(counts)).toEqual([]);
  expect(counts.some(({ count }) => count !== null)).toBe(true);
});
