import { randomUUID } from 'node:crypto';
import { agreementId, organizationId, programmeId } from '@simpul/schema/contract/ids';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { trainingCenter } from '../agency';

const REQUEST = `mutation Request($input: RequestTrainingInput!) { requestTraining(input: $input) {
  __typename
  ... on TrainingRequest { id version status headcount neededBy seatsReserved demo employer { id } agreement { id } programme { code } competencyUnits { code } region { code } }
  ... on Outcome { code message path nextStep }
  ... on NotEligible { reasons }
  ... on Duplicate { existingId }
  ... on ReferenceUnknown { typeName }
} }`;

let agency: TestAgency;
beforeAll(async () => {
  agency = await openTestAgency(trainingCenter, 2);
});
afterAll(() => agency.close());

const tailored = () => ({
  idempotencyKey: randomUUID(),
  requestedBy: organizationId('apindo'),
  employer: randomUUID(),
  demand: randomUUID(),
  agreement: agreementId('D3'),
  programme: programmeId('LAS-PIPA-6GR'),
  occupation: '7212',
  competencyUnits: ['DEMO.LAS.003'],
  region: '36.72',
  headcount: 16,
  neededBy: '2026-12-01',
});

async function request(input: object): Promise<Record<string, unknown>> {
  const { data, errors } = await agency.ask(REQUEST, { input });
  expect(errors).toBeUndefined();
  return data?.['requestTraining'] as Record<string, unknown>;
}

async function stored(): Promise<object | undefined> {
  const [row] = await agency.sql(`SELECT (SELECT count(*)::int FROM training_request) AS requests,
    (SELECT count(*)::int FROM event WHERE type = 'TrainingRequested') AS events`);
  return row;
}

it('submits a request with its event, under an agreement that gives places for the region', async () => {
  const input = tailored();
  const made = await request(input);
  expect(made).toMatchObject({
    ...{
      __typename: 'TrainingRequest',
      version: 1,
      status: 'SUBMITTED',
      headcount: 16,
      seatsReserved: 0,
      demo: true,
    },
    ...{ neededBy: '2026-12-01', employer: { id: input.employer }, agreement: { id: input.agreement } },
    ...{
      programme: { code: 'LAS-PIPA-6GR' },
      competencyUnits: [{ code: 'DEMO.LAS.003' }],
      region: { code: '36.72' },
    },
  });
  expect(
    await agency.sql(
      `SELECT type, occurred_on::text, payload->>'demand' AS demand FROM event WHERE aggregate_id = $1`,
      [made['id']],
    ),
  ).toEqual([{ type: 'TrainingRequested', occurred_on: '2026-06-15', demand: input.demand }]);
});

it('makes one request of simultaneous replays, and answers a later one with the first version', async () => {
  const input = tailored();
  const before = (await stored()) as { requests: number; events: number };
  const replies = await Promise.all(Array.from({ length: 20 }, () => request(input)));
  expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
  expect(await stored()).toEqual({ requests: before.requests + 1, events: before.events + 1 });
  await agency.sql(`UPDATE training_request SET version = 3, status = 'PROPOSED' WHERE id = $1`, [
    replies[0]?.['id'],
  ]);
  expect(await request(input)).toMatchObject({ id: replies[0]?.['id'], version: 1, status: 'PROPOSED' });
  expect(await request({ ...input, headcount: 5 })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
});

it('answers a second request for the same demand with the one under way, also when both come at once', async () => {
  const input = tailored();
  const replies = await Promise.all([1, 2].map(() => request({ ...input, idempotencyKey: randomUUID() })));
  const made = replies.find(({ __typename }) => __typename === 'TrainingRequest');
  expect(replies.find((reply) => reply !== made)).toMatchObject({
    ...{ code: 'DUPLICATE', path: ['input', 'demand'], existingId: made?.['id'] },
  });
  await agency.sql(`UPDATE training_request SET status = 'DECLINED' WHERE id = $1`, [made?.['id']]);
  expect(await request({ ...input, idempotencyKey: randomUUID() })).toMatchObject({ status: 'SUBMITTED' });
});

it('names every condition that is not met at once, and stores nothing', async () => {
  const before = await stored();
  const refused = await request({
    ...tailored(),
    region: '36.73',
    competencyUnits: ['DEMO.BAR.001', 'DEMO.SAB.001'],
  });
  expect(refused).toMatchObject({ __typename: 'NotEligible', code: 'NOT_ELIGIBLE' });
  expect(refused['reasons']).toEqual([
    expect.stringContaining('36.73'),
    expect.stringContaining('DEMO.BAR.001'),
    expect.stringContaining('DEMO.SAB.001'),
  ]);
  expect(await request({ ...tailored(), agreement: agreementId('A4') })).toMatchObject({
    code: 'NOT_ELIGIBLE',
  });
  expect(await stored()).toEqual(before);
});

it.each([
  ['programme', { programme: randomUUID() }, 'Programme'],
  ['competencyUnits', { competencyUnits: ['NO.SUCH.UNIT'] }, 'CompetencyUnit'],
])('says that a %s is unknown', async (field, change, typeName) => {
  expect(await request({ ...tailored(), ...change })).toMatchObject({
    ...{ code: 'REFERENCE_UNKNOWN', path: ['input', field], typeName },
  });
});

it('names every bad field at once with a remedy', async () => {
  const { errors } = await agency.ask(REQUEST, {
    input: {
      idempotencyKey: ' ',
      region: '99.99',
      headcount: 0,
      neededBy: '2020-01-01',
      agreement: 'x',
      demand: 'y',
    },
  });
  const [error] = errors ?? [];
  expect(error).toMatchObject({ path: ['requestTraining'], extensions: { code: 'BAD_USER_INPUT' } });
  const problems = error?.extensions['problems'] as { path: string[]; remedy: string }[];
  expect(problems.map(({ path }) => path.join('.')).sort()).toEqual(
    ['agreement', 'demand', 'headcount', 'idempotencyKey', 'neededBy', 'region', 'requestedBy'].map(
      (field) => `input.${field}`,
    ),
  );
  expect(problems.every(({ remedy }) => remedy.length > 5)).toBe(true);
});

it('is of the demonstration when its employer or its demand is known from there', async () => {
  const [known] = await agency.sql<{ employer_id: string; demand_id: string }>(
    'SELECT employer_id, demand_id FROM training_request WHERE demo AND employer_id IS NOT NULL AND demand_id IS NOT NULL LIMIT 1',
  );
  await agency.sql(`UPDATE training_request SET status = 'DECLINED' WHERE demand_id = $1`, [
    known?.demand_id,
  ]);
  const free = { agreement: null, programme: null, competencyUnits: [] };
  const demoOf = async (change: object): Promise<unknown> =>
    (await request({ ...tailored(), ...free, ...change }))['demo'];
  expect(await demoOf({})).toBe(false);
  expect(await demoOf({ employer: known?.employer_id })).toBe(true);
  expect(await demoOf({ demand: known?.demand_id })).toBe(true);
});
