import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { employers } from '../agency';

const FORMS = ['III_1', 'III_4', 'III_5', 'III_6', 'III_7'];
const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];

interface Line {
  readonly [count: string]: number;
}

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(employers, 1);
});

afterAll(() => agency.close());

async function balance(form: string, month: string, region: string): Promise<Line[]> {
  const { data, errors } = await agency.ask(
    `query ($form: IpkForm!, $month: String!, $region: ID!) { vacancyBalance(form: $form, month: $month, region: $region) {
       sex education occupation { code } industry { code } carriedOver reported filled removed carriedForward } }`,
    { form, month, region },
  );
  expect(errors).toBeUndefined();
  return data?.['vacancyBalance'] as Line[];
}

const total = (lines: readonly Line[], count: string): number =>
  lines.reduce((sum, line) => sum + (line[count] ?? 0), 0);

it.each(FORMS)('%s carries over each month what the month before carried forward', async (form) => {
  const months = await Promise.all(MONTHS.map((month) => balance(form, month, '36')));
  const forward = months.map((lines) => total(lines, 'carriedForward'));
  expect(months.map((lines) => total(lines, 'carriedOver')).slice(1)).toEqual(forward.slice(0, -1));
  for (const line of months.flat()) {
    const { carriedOver = 0, reported = 0, filled = 0, removed = 0 } = line;
    expect(line['carriedForward']).toBe(carriedOver + reported - filled - removed);
    expect(line['carriedForward']).toBeGreaterThanOrEqual(0);
  }
});

it('carries forward the posts that are still free, each in one city', async () => {
  const cities = await Promise.all(['36.72', '36.73'].map((city) => balance('III_5', '2026-06', city)));
  const [row] = await agency.sql<{ free: number }>(
    `SELECT sum(openings - filled)::int AS free FROM vacancy
     WHERE reported_at IS NOT NULL AND status NOT IN ('FILLED', 'CLOSED', 'EXPIRED')`,
  );
  expect(row?.free).toBeGreaterThan(0);
  expect(total(cities.flat(), 'carriedForward')).toBe(row?.free);
});
