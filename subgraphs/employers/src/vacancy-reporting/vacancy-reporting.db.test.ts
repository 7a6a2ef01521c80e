import { randomUUID } from 'node:crypto';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { employers } from '../agency';

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(employers);
  await employerWith('36.72.01', 'LARGE', [
    ['2026-03-31T23:30+07', true],
    ['2026-04-01T00:30+07', true],
    ['2026-04-02T09:00+07', false],
  ]);
  await employerWith('36.72', 'LARGE', [['2026-05-02T09:00+07', false]]);
  await employerWith('36.73', 'SMALL', []);
});

afterAll(() => agency.close());

async function employerWith(
  region: string,
  size: string,
  vacancies: readonly (readonly [postedAt: string, reported: boolean])[],
): Promise<void> {
  const employer = randomUUID();
  await agency.sql(
    `INSERT INTO employer (id, name, region_code, size, member, demo) VALUES ($1, 'PT Uji', $2, $3, true, false)`,
    [employer, region, size],
  );
  for (const [postedAt, reported] of vacancies) {
    await agency.sql(
      `INSERT INTO vacancy (id, employer_id, title, openings, scheme, status, source, posted_at, reported_at, demo)
       VALUES ($1, $2, 'Juru las', 1, 'EMPLOYMENT', 'OPEN', 'EMPLOYER', $3, $4, true)`,
      [randomUUID(), employer, postedAt, reported ? postedAt : null],
    );
  }
}

it('counts by quarter in Indonesian time, and employers without a vacancy too', async () => {
  const { data } = await agency.ask(`{ vacancyReportingSummary(from: "2026-03-01", to: "2026-06-15") {
    employerSize region { code } quarter employers employersReporting vacancies vacanciesReported share demo } }`);
  const cell = (employerSize: string, code: string, quarter: string) => ({
    ...{ employerSize, region: { code }, quarter },
  });
  const none = { employersReporting: 0, vacancies: 0, vacanciesReported: 0, share: null, demo: false };
  expect(data?.['vacancyReportingSummary']).toEqual([
    {
      ...cell('LARGE', '36.72', '2026-Q1'),
      ...{ employers: 2, employersReporting: 1, vacancies: 1, vacanciesReported: 1, share: 1, demo: true },
    },
    {
      ...cell('LARGE', '36.72', '2026-Q2'),
      ...{
        employers: 2,
        employersReporting: 1,
        vacancies: 3,
        vacanciesReported: 1,
        share: 1 / 3,
        demo: true,
      },
    },
    { ...cell('SMALL', '36.73', '2026-Q1'), employers: 1, ...none },
    { ...cell('SMALL', '36.73', '2026-Q2'), employers: 1, ...none },
  ]);
});

it('counts an employer once where quarters are not told apart', async () => {
  const { data } = await agency.ask(
    `{ vacancyReportingSummary(from: "2026-01-01", to: "2026-06-15", region: "36.72", groupBy: []) {
       employerSize region { code } quarter employers employersReporting vacancies vacanciesReported } }`,
  );
  expect(data?.['vacancyReportingSummary']).toEqual([
    {
      ...{ employerSize: null, region: null, quarter: null },
      ...{ employers: 2, employersReporting: 1, vacancies: 4, vacanciesReported: 2 },
    },
  ]);
});
