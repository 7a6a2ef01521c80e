import { randomUUID } from 'node:crypto';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { employers } from '../agency';

let agency: TestAgency;
const employer = randomUUID();

beforeAll(async () => {
  agency = await openTestAgency(employers);
  await agency.sql(
    `INSERT INTO employer (id, name, region_code, member, demo) VALUES ($1, 'PT Uji', '36.72', true, true)`,
    [employer],
  );
});

afterAll(() => agency.close());

async function vacancyUntil(validUntil: string | null, status: string): Promise<string> {
  const id = randomUUID();
  await agency.sql(
    `INSERT INTO vacancy (id, employer_id, title, openings, filled, scheme, status, source, posted_at, opened_at, valid_until, demo)
     VALUES ($1, $2, 'Juru las', 5, 0, 'EMPLOYMENT', $3, 'EMPLOYER', '2026-05-02T09:00+07', '2026-05-02T09:00+07', $4, true)`,
    [id, employer, status, validUntil],
  );
  return id;
}

async function foundBy(filter: string): Promise<Record<string, string>> {
  const { data, errors } = await agency.ask(
    `query ($employer: ID!) { vacancies(filter: { employer: $employer ${filter} }) { totalCount nodes { id status } } }`,
    { employer },
  );
  expect(errors).toBeUndefined();
  const { totalCount, nodes } = data?.['vacancies'] as {
    totalCount: number;
    nodes: { id: string; status: string }[];
  };
  expect(totalCount).toBe(nodes.length);
  return Object.fromEntries(nodes.map(({ id, status }) => [id, status]));
}

it('stands as expired from the day after its last day, unless it ended before', async () => {
  const past = await vacancyUntil('2026-06-14', 'OPEN');
  const draft = await vacancyUntil('2026-06-14', 'DRAFT');
  const filled = await vacancyUntil('2026-06-14', 'FILLED');
  const last = await vacancyUntil('2026-06-15', 'OPEN');
  const always = await vacancyUntil(null, 'PARTLY_FILLED');
  expect(await foundBy('')).toEqual({
    ...{ [past]: 'EXPIRED', [draft]: 'EXPIRED', [filled]: 'FILLED' },
    ...{ [last]: 'OPEN', [always]: 'PARTLY_FILLED' },
  });
  const open = { [last]: 'OPEN', [always]: 'PARTLY_FILLED' };
  expect(await foundBy('status: [OPEN, PARTLY_FILLED, DRAFT]')).toEqual(open);
  expect(await foundBy('unfilledForDays: 10')).toEqual(open);
  expect(await foundBy('status: [EXPIRED, FILLED]')).toEqual({
    ...{ [past]: 'EXPIRED', [draft]: 'EXPIRED', [filled]: 'FILLED' },
  });
  const { data } = await agency.ask('query ($id: ID!) { vacancy(id: $id) { status } }', { id: past });
  expect(data?.['vacancy']).toEqual({ status: 'EXPIRED' });
});

it('takes no report of filled posts once it has expired', async () => {
  const vacancy = await vacancyUntil('2026-06-14', 'OPEN');
  const { data } = await agency.ask(
    `mutation ($input: ReportFilledPostsInput!) { reportFilledPosts(input: $input) {
       __typename ... on IllegalMove { from allowed } } }`,
    { input: { idempotencyKey: randomUUID(), vacancy, version: 1, filled: 2 } },
  );
  expect(data?.['reportFilledPosts']).toEqual({ __typename: 'IllegalMove', from: 'EXPIRED', allowed: [] });
});
