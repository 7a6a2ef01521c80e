import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PUBLIC_QUERIES } from '@simpul/schema/contract/public-queries';
import { PURPOSES } from '@simpul/schema/contract/identity';
import { type House, openHouse } from '../testkit/house';

let house: House;
beforeAll(async () => {
  house = await openHouse(1);
});
afterAll(() => house.close());

const NOBODY = { login: null, purpose: null };
const told = (reply: Awaited<ReturnType<House['ask']>>) =>
  reply.errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);

/** What anybody may ask: one question for each kind of thing that is published. */
const PUBLIC = `{
  agreements(first: 2) { nodes { id title parties { organization { name } } } }
  programmes(first: 2) { nodes { id name } }
  vacancies(first: 2) { totalCount nodes { id title } }
  regions(first: 2) { nodes { code name } }
  figures(first: 2) { nodes { conflicting } }
  trainingSummary(groupBy: []) { classes }
}`;

it('gives anybody what is public', async () => {
  const { data, errors } = await house.ask(PUBLIC, {}, NOBODY);
  expect(errors).toBeUndefined();
  for (const value of Object.values(data ?? {})) expect(value).not.toBeNull();
});

it('knows every public root field by its name in the graph', async () => {
  const { data } = await house.ask(
    '{ __schema { queryType { fields { name } } } }',
    {},
    { login: 'developer' },
  );
  const schema = data?.['__schema'] as { queryType: { fields: { name: string }[] } };
  const names = schema.queryType.fields.map(({ name }) => name);
  expect(PUBLIC_QUERIES.filter((name) => !names.includes(name))).toEqual([]);
});

it.each([
  ['people { nodes { id } }', 'people'],
  ['registrations { nodes { id } }', 'registrations'],
  ['placements { nodes { id } }', 'placements'],
  ['certificates { nodes { id } }', 'certificates'],
  ['internships { nodes { id } }', 'internships'],
  ['duplicateCandidates { nodes { id } }', 'duplicateCandidates'],
  ['trainingRequests { nodes { id } }', 'trainingRequests'],
  ['employers { nodes { id } }', 'employers'],
  ['dataGrants { nodes { id } }', 'dataGrants'],
  ['journeySummary(filter: { stage: [ACCEPTED] }, groupBy: []) { count }', 'journeySummary'],
])('does not give the unknown { %s }', async (selection, field) => {
  const reply = await house.ask(`{ ${selection} }`, {}, NOBODY);
  expect(told(reply)).toEqual([[field, 'UNAUTHENTICATED']]);
  expect(reply.data?.[field] ?? null).toBeNull();
});

it.each([
  ['vacancies', 'placements { totalCount }'],
  ['vacancies', 'matchingCandidates { nodes { id } }'],
  ['classes', 'enrolments { totalCount }'],
  ['agreements', 'placements { totalCount }'],
  ['schools', 'internships { totalCount }'],
  ['agreements', 'grants { id }'],
  ['vacancies', 'verification { note }'],
  ['vacancies', 'availabilityFindings { id }'],
  ['vacancies', 'matchingGraduateCount'],
  ['occupations', 'candidateCount(region: "36.73")'],
  ['programmes', 'demand { id }'],
])('does not lead the unknown from { %s } to their { %s }', async (root, selection) => {
  const reply = await house.ask(`{ ${root}(first: 1) { nodes { __typename ${selection} } } }`, {}, NOBODY);
  const [field = ''] = selection.split(/[ (]/);
  expect(told(reply)).toEqual([[`${root}.nodes.0.${field}`, 'UNAUTHENTICATED']]);
  expect(JSON.stringify(reply.data)).not.toMatch(/totalCount":\d|"id"/);
  // The refusal costs the field alone, even where it may not be null.
  expect(reply.data?.[root]).toMatchObject({ nodes: [{ __typename: expect.any(String) as string }] });
});

describe('of vacancies, the unknown see those that are open', () => {
  const open = async (): Promise<string[]> => {
    const rows = await house.agencies.employers.sql<{ id: string }>(
      `SELECT id FROM vacancy WHERE status IN ('OPEN', 'PARTLY_FILLED') AND coalesce(valid_until >= '2026-06-15', true)`,
    );
    return rows.map(({ id }) => id).sort();
  };

  it.each([
    ['whatever they ask for', 'first: 100'],
    [
      'when they ask for all states',
      'first: 100, filter: { status: [DRAFT, REPORTED, VERIFIED, OPEN, PARTLY_FILLED, FILLED, CLOSED, EXPIRED] }',
    ],
  ])('in the list, %s', async (_, given) => {
    const { data, errors } = await house.ask(
      `{ vacancies(${given}) { totalCount nodes { id } } }`,
      {},
      NOBODY,
    );
    expect(errors).toBeUndefined();
    const { totalCount, nodes } = data?.['vacancies'] as { totalCount: number; nodes: { id: string }[] };
    const ids = await open();
    expect(ids.length).toBeGreaterThan(0);
    expect(totalCount).toBe(ids.length);
    expect(nodes.map(({ id }) => id).sort()).toEqual(ids);
  });

  it('and no other when they ask for none that is open', async () => {
    const { data } = await house.ask(
      '{ vacancies(filter: { status: [CLOSED] }) { totalCount } }',
      {},
      NOBODY,
    );
    expect(data).toEqual({ vacancies: { totalCount: 0 } });
  });

  it('nor by its id: a closed one is answered like one that is not there', async () => {
    const [closed] = await house.agencies.employers.sql<{ id: string }>(
      `SELECT id FROM vacancy WHERE status NOT IN ('OPEN', 'PARTLY_FILLED') LIMIT 1`,
    );
    const query = 'query ($id: ID!) { vacancy(id: $id) { id } }';
    const reply = await house.ask(query, { id: closed?.id }, NOBODY);
    expect(reply).toMatchObject({ data: { vacancy: null } });
    expect(reply.errors).toBeUndefined();
    expect(await house.ask(query, { id: closed?.id })).toMatchObject({
      data: { vacancy: { id: closed?.id } },
    });
  });
});

it.each([
  'nib',
  'latestWorkforceReport { total }',
  'workforceReports { totalCount }',
  'localHire { share }',
  'skillDemands { id }',
])('does not tell the unknown what an employer reports: { %s }', async (selection) => {
  const query = `{ vacancies(first: 1) { nodes { employer { name ${selection} } } } }`;
  const reply = await house.ask(query, {}, NOBODY);
  const [field = ''] = selection.split(' ');
  expect(told(reply)).toEqual([[`vacancies.nodes.0.employer.${field}`, 'UNAUTHENTICATED']]);
  expect(reply.data).toMatchObject({
    vacancies: { nodes: [{ employer: { name: expect.any(String) as string } }] },
  });
});

it('answers every operation that is registered for the public', async () => {
  const folder = path.join(__dirname, '../../schema/operations/public');
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const { errors } = await house.ask(readFileSync(path.join(folder, file), 'utf8'), {}, NOBODY);
    expect([file, errors?.filter(({ extensions }) => extensions.code !== 'BAD_USER_INPUT') ?? []]).toEqual([
      file,
      [],
    ]);
  }
});

it('lets the unknown change nothing', async () => {
  const mutation = 'mutation ($input: PostVacancyInput!) { postVacancy(input: $input) { __typename } }';
  const input = { idempotencyKey: 'k', employer: 'e', title: 't', openings: 1, scheme: 'EMPLOYMENT' };
  const before = await house.agencies.employers.sql('SELECT id FROM vacancy');
  const reply = await house.ask(mutation, { input }, NOBODY);
  expect(told(reply)).toEqual([['postVacancy', 'UNAUTHENTICATED']]);
  expect(await house.agencies.employers.sql('SELECT id FROM vacancy')).toHaveLength(before.length);
});

it('gives an agency nothing personal without a purpose, and says which purposes there are', async () => {
  const query = '{ people(first: 3) { nodes { id name } } agreements(first: 1) { nodes { id } } }';
  const without = await house.ask(query, {}, { purpose: null });
  expect(told(without)).toEqual([['people', 'PURPOSE_REQUIRED']]);
  expect(without.errors?.[0]?.extensions).toMatchObject({ purposes: [...PURPOSES] });
  expect(without.data).toMatchObject({ people: null, agreements: { nodes: [expect.anything()] } });
  const withOne = await house.ask(query);
  expect(withOne.errors).toBeUndefined();
  expect(withOne.data).not.toMatchObject({ people: { nodes: [{ name: null }] } });
});

it('refuses a purpose that is none, with those that are', async () => {
  const response = await fetch(`${house.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-purpose': 'CURIOSITY' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  const { errors } = (await response.json()) as Awaited<ReturnType<House['ask']>>;
  expect([response.status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
  expect(errors?.[0]?.message).toContain('PLACEMENT, TRAINING, BENEFIT, STATISTICS, AUDIT, SUBJECT_ACCESS');
});
