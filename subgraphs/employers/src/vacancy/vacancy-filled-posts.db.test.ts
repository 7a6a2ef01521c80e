import { randomUUID } from 'node:crypto';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { keep } from '@simpul/test/testkit/basis';
import { employers } from '../agency';

const OUTCOME = `__typename
  ... on Vacancy { id version status openings filled unfilled reporting { filledReportedAt } }
  ... on Outcome { code path }
  ... on OpeningsExceeded { openings }
  ... on VersionConflict { currentVersion changedFields }
  ... on IllegalMove { from allowed }
  ... on NotEligible { reasons }
  ... on Duplicate { existingId }
  ... on ReferenceUnknown { typeName }`;
const REPORT = `mutation ($input: ReportFilledPostsInput!) { reportFilledPosts(input: $input) { ${OUTCOME} } }`;

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

async function vacancyOf(openings: number, filled = 0, status = 'OPEN'): Promise<string> {
  const id = randomUUID();
  await agency.sql(
    `INSERT INTO vacancy (id, employer_id, title, openings, filled, scheme, status, source, posted_at, demo)
     VALUES ($1, $2, 'Juru las', $3, $4, 'EMPLOYMENT', $5, 'EMPLOYER', '2026-05-02T09:00+07', true)`,
    [id, employer, openings, filled, status],
  );
  return id;
}

async function placementInto(vacancy: string | null): Promise<string> {
  const [id, person] = [randomUUID(), randomUUID()];
  await agency.sql(
    `INSERT INTO placement (person_id, id, employer_id, vacancy_id, scheme, channel, area, country, starts_on, demo)
     VALUES ($1, $2, $3, $4, 'EMPLOYMENT', 'AKL', 'OWN_CITY', 'ID', '2026-06-01', true)`,
    [person, id, employer, vacancy],
  );
  await keep(agency, 'employers', person);
  return id;
}

const report = (vacancy: string, filled: number, more: object = {}) => ({
  ...{ idempotencyKey: randomUUID(), vacancy, version: 1, filled },
  ...more,
});

async function send(input: object): Promise<Record<string, unknown>> {
  const { data, errors } = await agency.ask(REPORT, { input });
  expect(errors).toBeUndefined();
  return data?.['reportFilledPosts'] as Record<string, unknown>;
}

const changesOf = (vacancy: string) =>
  agency.sql(
    'SELECT changed_on::text AS day, kind, posts FROM vacancy_post_change WHERE vacancy_id = $1 ORDER BY kind',
    [vacancy],
  );

it('reports six of ten posts, and adds the later ones to the balance of the day', async () => {
  const vacancy = await vacancyOf(10);
  expect(await send(report(vacancy, 6))).toEqual({
    ...{ __typename: 'Vacancy', id: vacancy, version: 2, status: 'PARTLY_FILLED' },
    ...{ openings: 10, filled: 6, unfilled: 4 },
    reporting: { filledReportedAt: expect.stringMatching(/^2026-06-15T/) as string },
  });
  expect(await send(report(vacancy, 10, { version: 2 }))).toMatchObject({ status: 'FILLED', version: 3 });
  expect(await changesOf(vacancy)).toEqual([{ day: '2026-06-15', kind: 'FILLED', posts: 10 }]);
  const events = await agency.sql(
    `SELECT aggregate_version AS version, payload->>'filled' AS filled FROM event
     WHERE aggregate_type = 'Vacancy' AND aggregate_id = $1 AND type = 'FilledPostsReported' ORDER BY 1`,
    [vacancy],
  );
  expect(events).toEqual([
    { version: 2, filled: '6' },
    { version: 3, filled: '10' },
  ]);
});

it('closes the posts that are left if asked, and takes them out of the balance', async () => {
  const vacancy = await vacancyOf(10, 2);
  expect(await send(report(vacancy, 6, { closeRest: true }))).toMatchObject({
    ...{ status: 'CLOSED', filled: 6, unfilled: 4 },
  });
  expect(await changesOf(vacancy)).toEqual([
    { day: '2026-06-15', kind: 'FILLED', posts: 4 },
    { day: '2026-06-15', kind: 'REMOVED', posts: 4 },
  ]);
});

it('takes the placements that filled the posts', async () => {
  const vacancy = await vacancyOf(3);
  const placements = [await placementInto(vacancy), await placementInto(vacancy)];
  expect(await send(report(vacancy, 2, { placements }))).toMatchObject({ __typename: 'Vacancy', filled: 2 });
});

it('answers a replay with the first outcome, also with a refusal, and changes nothing again', async () => {
  const vacancy = await vacancyOf(5);
  const input = report(vacancy, 2);
  expect(await send(input)).toEqual(await send(input));
  const refused = report(vacancy, 9, { version: 2 });
  expect(await send(refused)).toMatchObject({ code: 'OPENINGS_EXCEEDED', openings: 5 });
  expect(await send(refused)).toMatchObject({ code: 'OPENINGS_EXCEEDED', openings: 5 });
  expect(await changesOf(vacancy)).toEqual([{ day: '2026-06-15', kind: 'FILLED', posts: 2 }]);
});

it('lets one of two simultaneous reports win and tells the other what changed', async () => {
  const vacancy = await vacancyOf(5);
  const outcomes = await Promise.all([send(report(vacancy, 2)), send(report(vacancy, 3))]);
  const lost = outcomes.filter(({ __typename }) => __typename === 'VersionConflict');
  expect(lost).toEqual([
    expect.objectContaining({
      currentVersion: 2,
      changedFields: ['filled', 'reporting', 'status', 'unfilled'],
    }),
  ]);
});

it('shows each of two reports in one request as it left the vacancy', async () => {
  const vacancy = await vacancyOf(5);
  const { data } = await agency.ask(
    `mutation ($a: ReportFilledPostsInput!, $b: ReportFilledPostsInput!) {
       a: reportFilledPosts(input: $a) { ${OUTCOME} } b: reportFilledPosts(input: $b) { ${OUTCOME} } }`,
    { a: report(vacancy, 1), b: report(vacancy, 4, { version: 2 }) },
  );
  expect(data).toMatchObject({ a: { filled: 1, version: 2 }, b: { filled: 4, version: 3 } });
});

describe('refuses, and leaves the vacancy as it was:', () => {
  it.each([
    ['a state in which nobody takes posts', 'VERIFIED', 1, ['OPEN', 'CLOSED', 'EXPIRED']],
    ['a vacancy whose posts are all filled', 'FILLED', 5, []],
  ])('%s', async (_, status, filled, allowed) => {
    const vacancy = await vacancyOf(5, status === 'FILLED' ? 5 : 0, status);
    expect(await send(report(vacancy, filled))).toMatchObject({
      code: 'ILLEGAL_MOVE',
      from: status,
      allowed,
    });
    expect(await changesOf(vacancy)).toEqual([]);
  });

  it('fewer posts than are filled already', async () => {
    const vacancy = await vacancyOf(5, 3, 'PARTLY_FILLED');
    expect(await send(report(vacancy, 2))).toMatchObject({
      code: 'NOT_ELIGIBLE',
      reasons: [expect.stringContaining('which is 3')],
    });
  });

  it('the same number a second time', async () => {
    const vacancy = await vacancyOf(5);
    await send(report(vacancy, 2));
    expect(await send(report(vacancy, 2, { version: 2 }))).toMatchObject({
      code: 'DUPLICATE',
      existingId: vacancy,
    });
  });

  it('a vacancy or placement that it does not know, or that belongs elsewhere', async () => {
    const vacancy = await vacancyOf(5);
    const own = await placementInto(vacancy);
    expect(await send(report(randomUUID(), 1))).toMatchObject({
      ...{ code: 'REFERENCE_UNKNOWN', typeName: 'Vacancy', path: ['input', 'vacancy'] },
    });
    expect(await send(report(vacancy, 2, { placements: [own, randomUUID()] }))).toMatchObject({
      ...{ code: 'REFERENCE_UNKNOWN', typeName: 'Placement', path: ['input', 'placements', '1'] },
    });
    const elsewhere = await placementInto(null);
    expect(await send(report(vacancy, 1, { placements: [elsewhere] }))).toMatchObject({
      code: 'NOT_ELIGIBLE',
      reasons: [`Placement ${elsewhere} is not a placement into this vacancy.`],
    });
    expect(await changesOf(vacancy)).toEqual([]);
  });

  it('malformed input, naming every bad field at once', async () => {
    const { errors } = await agency.ask(REPORT, {
      input: { ...report('nobody', 0), idempotencyKey: '', version: 0, placements: ['x'] },
    });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    const problems = errors?.[0]?.extensions['problems'] as { path: string[] }[];
    expect(new Set(problems.map(({ path }) => path[1]))).toEqual(
      new Set(['idempotencyKey', 'vacancy', 'version', 'filled', 'placements']),
    );
  });
});
