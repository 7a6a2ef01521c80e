import { randomUUID } from 'node:crypto';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { employers } from '../agency';

const POST = `mutation Post($input: PostVacancyInput!) { postVacancy(input: $input) {
  __typename
  ... on Vacancy { id version title status openings demo occupation { code } competencyUnits { code } employer { name } reporting { status missing } wageFrom { amount currency } }
  ... on Outcome { code message path nextStep }
  ... on IdempotencyConflict { firstUsedAt }
  ... on ReferenceUnknown { typeName }
} }`;

let agency: TestAgency;
let employer: string;

beforeAll(async () => {
  agency = await openTestAgency(employers);
  employer = randomUUID();
  await agency.sql(`INSERT INTO employer (id, name, member, demo) VALUES ($1, 'PT Uji', true, true)`, [
    employer,
  ]);
});

afterAll(() => agency.close());

const complete = () => ({
  idempotencyKey: randomUUID(),
  employer,
  title: 'Juru las pipa',
  occupation: '7212',
  openings: 3,
  validUntil: '2026-09-30',
  education: 'SMK',
  skills: ['Membaca gambar teknik'],
  competencyUnits: ['DEMO.LAS.001'],
  experienceMonths: 12,
  wageFrom: 5_000_000,
  workRegion: '36.73.01',
  scheme: 'EMPLOYMENT',
});

async function post(input: object): Promise<Record<string, unknown>> {
  const { data, errors } = await agency.ask(POST, { input });
  expect(errors).toBeUndefined();
  return data?.['postVacancy'] as Record<string, unknown>;
}

async function countRows(): Promise<object | undefined> {
  const [row] = await agency.sql<object>(`SELECT (SELECT count(*)::int FROM vacancy) AS vacancies,
    (SELECT count(*)::int FROM event) AS events, (SELECT count(*)::int FROM idempotency) AS keys,
    (SELECT count(*)::int FROM vacancy_unit) AS units`);
  return row;
}

it('drafts a vacancy with its units and its event', async () => {
  const posted = await post(complete());
  expect(posted).toMatchObject({
    __typename: 'Vacancy',
    version: 1,
    status: 'DRAFT',
    openings: 3,
    demo: true,
    occupation: { code: '7212' },
    competencyUnits: [{ code: 'DEMO.LAS.001' }],
    employer: { name: 'PT Uji' },
    reporting: { status: 'NOT_REPORTED', missing: [] },
    wageFrom: { amount: 5_000_000, currency: 'IDR' },
  });
  const events = await agency.sql(
    `SELECT aggregate_version, type, payload->>'occupation' AS occupation, occurred_on::text
    FROM event WHERE aggregate_id = $1`,
    [posted['id']],
  );
  expect(events).toEqual([
    { aggregate_version: 1, type: 'VacancyPosted', occupation: '7212', occurred_on: '2026-06-15' },
  ]);
});

it('keeps the keys of a client program and of its users apart', async () => {
  const input = complete();
  const callers = [{}, { subject: 'a-2' }, { client: 'portal' }, { client: 'portal', subject: 'a-2' }];
  const posted = async (as: object): Promise<unknown> => {
    const { data } = await agency.ask(POST, { input }, as);
    return (data?.['postVacancy'] as { id: string }).id;
  };
  const ids = [];
  for (const as of callers) ids.push(await posted(as));
  expect(new Set(ids).size).toBe(callers.length);
  for (const [index, as] of callers.entries()) expect(await posted(as)).toBe(ids[index]);
});

it('notes the organisation that the gateway speaks for', async () => {
  const { data } = await agency.ask(
    POST,
    { input: complete() },
    { organization: 'org-17', roles: ['RECRUITER'] },
  );
  const { id } = data?.['postVacancy'] as { id: string };
  const events = await agency.sql('SELECT actor_org FROM event WHERE aggregate_id = $1', [id]);
  expect(events).toEqual([{ actor_org: 'org-17' }]);
});

it('tells which fields of Perpres 57/2023 art. 5 a draft still lacks', async () => {
  const { idempotencyKey, title, openings, scheme } = complete();
  const posted = await post({ idempotencyKey, employer, title, openings, scheme });
  expect(posted['reporting']).toEqual({
    status: 'NOT_REPORTED',
    missing: ['validUntil', 'education', 'skills', 'experienceMonths', 'wageFrom', 'workRegion'],
  });
});

it('fills what is left out from a template of the same employer', async () => {
  const template = await post(complete());
  const { idempotencyKey, scheme } = complete();
  const copy = await post({
    idempotencyKey,
    employer,
    scheme,
    title: 'Juru las',
    openings: 1,
    template: template['id'],
  });
  expect(copy).toMatchObject({
    title: 'Juru las',
    openings: 1,
    occupation: { code: '7212' },
    reporting: { missing: ['validUntil'] },
  });
});

it('checks what a template fills in like what is given', async () => {
  const template = await post(complete());
  const { idempotencyKey } = complete();
  const input = {
    idempotencyKey,
    employer,
    title: 'Juru las',
    openings: 1,
    scheme: 'PMI',
    country: 'JP',
    template: template['id'],
  };
  const { errors } = await agency.ask(POST, { input });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    problems: [{ path: ['input', 'workRegion'] }],
  });
  expect(await post({ ...input, workRegion: null })).toMatchObject({ title: 'Juru las' });
});

it('makes one vacancy of a hundred simultaneous replays', async () => {
  const input = complete();
  const before = (await countRows()) as { vacancies: number; events: number; keys: number };
  const replies = await Promise.all(Array.from({ length: 100 }, () => post(input)));
  expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
  expect(await countRows()).toMatchObject({
    vacancies: before.vacancies + 1,
    events: before.events + 1,
    keys: before.keys + 1,
  });
});

it('answers a replay with the version of the first answer, also after the vacancy moved on', async () => {
  const input = complete();
  const { id } = await post(input);
  await agency.sql(`UPDATE vacancy SET version = 7, title = 'Baru' WHERE id = $1`, [id]);
  expect(await post(input)).toMatchObject({ id, version: 1, title: 'Baru' });
});

it('refuses a key that was used with another input, and keeps the first outcome', async () => {
  const input = complete();
  const { id } = await post(input);
  const refused = await post({ ...input, openings: 4 });
  expect(refused).toMatchObject({
    __typename: 'IdempotencyConflict',
    code: 'IDEMPOTENCY_CONFLICT',
    path: ['input', 'idempotencyKey'],
  });
  expect(await post(input)).toMatchObject({ id, openings: 3 });
});

it('names an employer it does not know, also on replay, and stores nothing else', async () => {
  const before = (await countRows()) as { vacancies: number; events: number };
  const input = { ...complete(), employer: randomUUID() };
  for (const reply of [await post(input), await post(input)]) {
    expect(reply).toMatchObject({
      __typename: 'ReferenceUnknown',
      code: 'REFERENCE_UNKNOWN',
      path: ['input', 'employer'],
      typeName: 'Employer',
    });
  }
  expect(await countRows()).toMatchObject({ vacancies: before.vacancies, events: before.events });
});

it("does not take another employer's vacancy as a template", async () => {
  const stranger = randomUUID();
  await agency.sql(`INSERT INTO employer (id, name, member, demo) VALUES ($1, 'PT Lain', false, true)`, [
    stranger,
  ]);
  const template = await post(complete());
  const refused = await post({ ...complete(), employer: stranger, template: template['id'] });
  expect(refused).toMatchObject({
    code: 'REFERENCE_UNKNOWN',
    path: ['input', 'template'],
    typeName: 'Vacancy',
  });
});

it('names every bad field at once with a remedy, and uses no key up', async () => {
  const before = await countRows();
  const { errors } = await agency.ask(POST, {
    input: {
      ...complete(),
      idempotencyKey: '',
      employer: 'nobody',
      title: ' ',
      openings: 0,
      validUntil: '2020-01-01',
      minAge: 40,
      maxAge: 20,
      occupation: 'las',
      wageFrom: 10,
      wageTo: 5,
      workRegion: '99.99',
      country: 'JP',
      scheme: 'PKL',
    },
  });
  expect(errors).toHaveLength(1);
  expect(errors?.[0]).toMatchObject({ path: ['postVacancy'], extensions: { code: 'BAD_USER_INPUT' } });
  const problems = errors?.[0]?.extensions['problems'] as { path: string[]; remedy: string }[];
  expect(problems.map(({ path }) => path.join('.')).sort()).toEqual(
    [
      'idempotencyKey',
      'employer',
      'title',
      'openings',
      'validUntil',
      'maxAge',
      'occupation',
      'wageTo',
      'workRegion',
      'country',
      'scheme',
    ]
      .map((field) => `input.${field}`)
      .sort(),
  );
  expect(problems.every(({ remedy }) => remedy.length > 5)).toBe(true);
  expect(await countRows()).toEqual(before);
});
