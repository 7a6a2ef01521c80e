import { randomUUID } from 'node:crypto';
import type { SimpulError } from '@simpul/kit/errors/errors';
import { organizationId } from '@simpul/schema/contract/ids';
import {
  type Asker,
  type LabourOffice,
  type OfficeReply,
  citizen,
  grantToRead,
  officer,
  openLabourOffice,
} from '@simpul/test/testkit/labour-office';

const GIVE = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename
  ... on Consent { id status purpose categories validUntil withdrawnAt recipient { id } demo }
  ... on Outcome { code path nextStep } ... on Duplicate { existingId } ... on ReferenceUnknown { typeName } } }`;

const SERANG = officer('disnakertrans-kota-serang');
const HASH = 'a1'.repeat(32);

let office: LabourOffice;
let person: string;
beforeAll(async () => {
  // What officers may read of the other office's people they may not change.
  office = await openLabourOffice([grantToRead('disnaker-kota-cilegon', 'disnakertrans-kota-serang')]);
});
afterAll(() => office.close());
beforeEach(async () => {
  office.now = new Date('2026-06-15T12:00:00+07:00');
  person = await office.register('disnakertrans-kota-serang');
});

const consent = (differently: object = {}): object => ({
  ...{ idempotencyKey: randomUUID(), person, recipient: organizationId('apindo'), purpose: 'PLACEMENT' },
  ...{ categories: ['IDENTITY', 'CONTACT'], validUntil: '2026-12-31', evidenceHash: HASH },
  ...differently,
});
const ask = (caller: Asker, input: object): Promise<OfficeReply> => office.ask(caller, GIVE, { input });

async function give(caller: Asker, input: object): Promise<Record<string, unknown>> {
  const { data, errors } = await ask(caller, input);
  expect(errors).toBeUndefined();
  return data?.['giveConsent'] as Record<string, unknown>;
}

const echoed = (): Promise<object[]> =>
  office.sql(
    `SELECT consent_id, recipient_id, purpose, categories, valid_from, valid_until FROM consent_echo WHERE person_id = $1`,
    [person],
  );
const written = async (): Promise<object | undefined> =>
  (
    await office.sql<object>(
      `SELECT (SELECT count(*) FROM consent WHERE person_id = $1) AS consents, (SELECT count(*) FROM consent_echo WHERE person_id = $1) AS echoes,
         (SELECT count(*) FROM consent_change WHERE person_id = $1) AS changes,
         (SELECT count(*) FROM event WHERE payload->>'person' = $1::text) AS events`,
      [person],
    )
  )[0];

const codeOf = ({ errors }: OfficeReply): string => (errors?.[0]?.originalError as SimpulError).code;

it('is written down by the office of the person, and opens at once', async () => {
  const given = await give(SERANG, consent({ categories: ['IDENTITY', 'CONTACT', 'IDENTITY'] }));
  expect(given).toEqual({
    ...{ __typename: 'Consent', id: given['id'], status: 'GIVEN', purpose: 'PLACEMENT', demo: true },
    ...{ categories: ['CONTACT', 'IDENTITY'], validUntil: '2026-12-31', withdrawnAt: null },
    recipient: { id: organizationId('apindo') },
  });
  expect(await echoed()).toEqual([
    {
      ...{ consent_id: given['id'], recipient_id: organizationId('apindo'), purpose: 'PLACEMENT' },
      ...{ categories: ['CONTACT', 'IDENTITY'], valid_from: '2026-06-15', valid_until: '2026-12-31' },
    },
  ]);
  const rows = await office.sql('SELECT evidence_hash FROM consent WHERE id = $1', [given['id']]);
  expect(rows).toEqual([{ evidence_hash: HASH }]);
  const events = await office.sql(
    'SELECT type, aggregate_version, actor_org, payload FROM event WHERE aggregate_id = $1',
    [given['id']],
  );
  expect(events).toEqual([
    {
      ...{
        type: 'ConsentGiven',
        aggregate_version: 1,
        actor_org: organizationId('disnakertrans-kota-serang'),
      },
      payload: {
        ...{ person, recipient: organizationId('apindo'), purpose: 'PLACEMENT' },
        ...{ categories: ['CONTACT', 'IDENTITY'], validUntil: '2026-12-31' },
      },
    },
  ]);
  const records = await office.sql('SELECT action, type, fields, people FROM audit_record');
  const record = { action: 'CHANGE', type: 'Consent', fields: ['ConsentGiven'], people: [person] };
  expect(records).toContainEqual(record);
});

it('is given by a citizen for himself', async () => {
  expect(await give(citizen(person), consent({ validUntil: null }))).toMatchObject({
    ...{ __typename: 'Consent', status: 'GIVEN', validUntil: null },
  });
});

it('is given by nobody for a stranger, readable or not, who is answered like nobody at all', async () => {
  const other = await office.register('disnaker-kota-cilegon');
  expect((await office.context(SERANG).standing(other)).grants).toHaveLength(1);
  const answers = [
    await give(SERANG, consent({ person: other })),
    await give(citizen(person), consent({ person: other })),
    await give(SERANG, consent({ person: randomUUID() })),
    await give(citizen(person), consent({ person: randomUUID() })),
  ];
  expect(answers[0]).toMatchObject({
    code: 'REFERENCE_UNKNOWN',
    path: ['input', 'person'],
    typeName: 'Person',
  });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(await office.sql('SELECT id FROM consent WHERE person_id = $1', [other])).toEqual([]);
});

it('is refused to callers who change nobody’s consents, before anybody is looked for', async () => {
  const admissions = {
    ...SERANG.identity,
    organization: organizationId('bbpvp-serang'),
    roles: ['ADMISSIONS'] as const,
  };
  const callers: Asker[] = [
    { identity: admissions, purpose: 'TRAINING' },
    { ...SERANG, purpose: null },
    { ...citizen(person), purpose: 'PLACEMENT' },
  ];
  for (const caller of callers) expect(codeOf(await ask(caller, consent()))).toBe('FORBIDDEN');
  expect(await written()).toEqual({ consents: 0, echoes: 0, changes: 0, events: 0 });
});

it('holds once: the same again is a duplicate, and anything else is not', async () => {
  const first = await give(SERANG, consent());
  const again = await give(
    citizen(person),
    consent({ categories: ['CONTACT', 'IDENTITY'], validUntil: null }),
  );
  expect(again).toMatchObject({ code: 'DUPLICATE', existingId: first['id'] });
  const others = [
    { categories: ['IDENTITY'] },
    { purpose: 'TRAINING' },
    { recipient: organizationId('bbpvp-serang') },
  ];
  for (const other of others)
    expect(await give(SERANG, consent(other))).toMatchObject({ __typename: 'Consent' });
});

it('may be given again on the day after its last', async () => {
  const first = await give(SERANG, consent({ validUntil: '2026-06-15' }));
  office.now = new Date('2026-06-15T23:59:59.999+07:00');
  expect(await give(SERANG, consent())).toMatchObject({ code: 'DUPLICATE', existingId: first['id'] });
  office.now = new Date('2026-06-16T00:00:00+07:00');
  expect(await give(SERANG, consent())).toMatchObject({ __typename: 'Consent', status: 'GIVEN' });
});

it('is given once by two who do it at the same moment', async () => {
  const answers = await Promise.all([give(SERANG, consent()), give(citizen(person), consent())]);
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Consent', 'Duplicate']);
  expect(await written()).toEqual({ consents: 1, echoes: 1, changes: 1, events: 1 });
});

it('is the same for a repeated key, and refused for a key with another input', async () => {
  const input = consent();
  const first = await give(SERANG, input);
  expect(await give(SERANG, input)).toEqual(first);
  expect(await give(SERANG, { ...input, purpose: 'TRAINING' })).toMatchObject({
    ...{ code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] },
  });
  expect(await written()).toEqual({ consents: 1, echoes: 1, changes: 1, events: 1 });
});

it('names every bad field at once', async () => {
  const reply = await ask(SERANG, {
    ...{ idempotencyKey: '', person: 'x', recipient: 'y', purpose: 'PLACEMENT', categories: [] },
    ...{ validUntil: '2026-06-14', evidenceHash: 'g'.repeat(64) },
  });
  expect(codeOf(reply)).toBe('BAD_USER_INPUT');
  const { problems } = reply.errors?.[0]?.originalError as SimpulError;
  expect(problems.map(({ path }) => path.slice(1).join('.')).sort()).toEqual([
    ...['categories', 'evidenceHash', 'idempotencyKey', 'person', 'recipient', 'validUntil'],
  ]);
});
