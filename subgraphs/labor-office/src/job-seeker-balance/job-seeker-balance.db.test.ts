import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { laborOffice } from '../agency';

const BALANCE = `query ($form: IpkForm!, $month: String!, $region: ID!) {
  jobSeekerBalance(form: $form, month: $month, region: $region) {
    ageBand sex education occupation { code } carriedOver registered placed removed carriedForward } }`;

interface Row {
  readonly carriedOver: number;
  readonly registered: number;
  readonly placed: number;
  readonly removed: number;
  readonly carriedForward: number;
  readonly [dimension: string]: unknown;
}

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(laborOffice, 2);
  // Some who registered at nineteen turn twenty in May.
  await agency.sql(`UPDATE person SET birth_date = '2006-05-10' WHERE id IN (SELECT person_id FROM registration
    WHERE region_code = '36.73' AND registered_on BETWEEN '2025-05-10' AND '2026-03-31' AND ended_as IS NULL LIMIT 5)`);
});

afterAll(() => agency.close());

async function balance(form: string, month: string, region = '36.73'): Promise<Row[]> {
  const { data, errors } = await agency.ask(BALANCE, { form, month, region });
  expect(errors).toBeUndefined();
  return data?.['jobSeekerBalance'] as Row[];
}

const FORMS = ['III_1', 'III_2', 'III_3'];

it.each(FORMS)('balances each row of %s, and begins a month where the one before ended', async (form) => {
  const keyOf = ({ ageBand, sex, education, occupation }: Row): string =>
    JSON.stringify([ageBand, sex, education, occupation]);
  const [april, may] = [await balance(form, '2026-04'), await balance(form, '2026-05')];
  expect(may.length).toBeGreaterThan(3);
  for (const row of [...april, ...may]) {
    expect(row.carriedOver + row.registered - row.placed - row.removed).toBe(row.carriedForward);
  }
  const left = april
    .filter(({ carriedForward }) => carriedForward > 0)
    .map((row) => [keyOf(row), row.carriedForward]);
  const found = may.filter(({ carriedOver }) => carriedOver > 0).map((row) => [keyOf(row), row.carriedOver]);
  expect(new Map(found as [string, number][])).toEqual(new Map(left as [string, number][]));
});

it('counts everybody once whatever the form, and a province as the sum of its cities', async () => {
  const sums = async (form: string, region: string): Promise<number[]> => {
    const rows = await balance(form, '2026-05', region);
    return ['carriedOver', 'registered', 'placed', 'removed', 'carriedForward'].map((column) =>
      rows.reduce((sum, row) => sum + Number(row[column]), 0),
    );
  };
  const [serang, cilegon, banten] = await Promise.all(
    ['36.73', '36.72', '36'].map((region) => sums('III_1', region)),
  );
  expect(banten).toEqual(serang?.map((count, index) => count + (cilegon?.[index] ?? 0)));
  for (const form of FORMS) expect(await sums(form, '36.73')).toEqual(serang);
  const [today] = await agency.sql<{
    count: number;
  }>(`SELECT count(*)::int FROM registration WHERE region_code = '36.73'
    AND ended_as IS NULL AND valid_until >= '2026-06-15'`);
  const june = await balance('III_2', '2026-06');
  expect(june.reduce((sum, row) => sum + row.carriedForward, 0)).toBe(today?.count);
});

it('does not remove in advance a registration that runs out later this month', async () => {
  const before = await balance('III_3', '2026-06');
  const [one] = await agency.sql<{
    id: string;
  }>(`UPDATE registration SET valid_until = '2026-06-20', registered_on = '2024-06-20'
    WHERE id = (SELECT id FROM registration WHERE region_code = '36.73' AND ended_as IS NULL AND registered_on < '2026-06-01'
      AND valid_until > '2026-06-20' LIMIT 1) RETURNING id`);
  expect(await balance('III_3', '2026-06')).toEqual(before);
  await agency.sql(`UPDATE registration SET valid_until = '2026-06-14' WHERE id = $1`, [one?.id]);
  const removed = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.removed, 0);
  expect(removed(await balance('III_3', '2026-06'))).toBe(removed(before) + 1);
});

it('names all that is wrong with a question at once', async () => {
  const { errors } = await agency.ask(BALANCE, { form: 'III_7', month: '2026-13', region: '36.73.01' });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    problems: [{ path: ['form'] }, { path: ['month'] }, { path: ['region'] }],
  });
});
