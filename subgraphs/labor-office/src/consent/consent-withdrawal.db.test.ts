import { randomUUID } from 'node:crypto';
import type { SimpulError } from '@simpul/kit/errors/errors';
import { organizationId } from '@simpul/schema/contract/ids';
import {
  type Asker,
  type LabourOffice,
  citizen,
  grantToRead,
  officer,
  openLabourOffice,
} from '@simpul/test/testkit/labour-office';

const WITHDRAW = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename
  ... on Consent { id status withdrawnAt } ... on Outcome { code path } ... on IllegalMove { from allowed }
  ... on ReferenceUnknown { typeName } } }`;
const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
const SERANG = officer('disnakertrans-kota-serang', 'HEAD');

let office: LabourOffice;
let person: string;
let consent: string;
beforeAll(async () => {
  office = await openLabourOffice([grantToRead('disnakertrans-kota-serang', 'disnaker-kota-cilegon')]);
});
afterAll(() => office.close());
beforeEach(async () => {
  office.now = new Date('2026-06-15T12:00:00+07:00');
  person = await office.register('disnakertrans-kota-serang');
  consent = randomUUID();
  // As the demonstration's loader leaves it: without a change that others were told of.
  const values = [person, consent, organizationId('apindo')];
  await office.sql(
    `INSERT INTO consent (person_id, id, recipient_id, purpose, categories, given_at, valid_until, demo)
     VALUES ($1, $2, $3, 'PLACEMENT', '{IDENTITY}', '2026-05-01T09:00:00+07:00', '2026-06-20', true)`,
    values,
  );
  await office.sql(
    `INSERT INTO consent_echo (person_id, consent_id, recipient_id, purpose, categories, valid_from, valid_until, demo)
     VALUES ($1, $2, $3, 'PLACEMENT', '{IDENTITY}', '2026-05-01', '2026-06-20', true)`,
    values,
  );
});

const input = (): object => ({ idempotencyKey: randomUUID(), consent });

async function withdraw(caller: Asker, withdrawal: object): Promise<Record<string, unknown>> {
  const { data, errors } = await office.ask(caller, WITHDRAW, { input: withdrawal });
  expect(errors).toBeUndefined();
  return data?.['withdrawConsent'] as Record<string, unknown>;
}

const echoed = (): Promise<object[]> =>
  office.sql('SELECT consent_id FROM consent_echo WHERE person_id = $1', [person]);

it.each([
  ['the person', (): Asker => citizen(person)],
  ['the office of the person', (): Asker => SERANG],
])('closes at once when %s withdraws it, and leaves its history', async (_, caller) => {
  expect(await withdraw(caller(), input())).toEqual({
    ...{
      __typename: 'Consent',
      id: consent,
      status: 'WITHDRAWN',
      withdrawnAt: '2026-06-15T12:00:00.000+07:00',
    },
  });
  expect(await echoed()).toEqual([]);
  const events = await office.sql(
    'SELECT type, aggregate_version, payload FROM event WHERE aggregate_id = $1',
    [consent],
  );
  expect(events).toEqual([
    {
      ...{ type: 'ConsentWithdrawn', aggregate_version: 2 },
      payload: { person, recipient: organizationId('apindo'), purpose: 'PLACEMENT' },
    },
  ]);
  const changes = await office.sql('SELECT kind FROM consent_change WHERE consent_id = $1', [consent]);
  expect(changes).toEqual([{ kind: 'WITHDRAWN' }]);
});

it('is withdrawn by nobody else, who hears the same as of one that nobody gave', async () => {
  const stranger = await office.register('disnakertrans-kota-serang');
  expect((await office.context(officer('disnaker-kota-cilegon')).standing(person)).grants).toHaveLength(1);
  const answers = [
    await withdraw(officer('disnaker-kota-cilegon'), input()),
    await withdraw(citizen(stranger), input()),
    await withdraw(SERANG, { idempotencyKey: randomUUID(), consent: randomUUID() }),
  ];
  expect(answers[0]).toMatchObject({
    code: 'REFERENCE_UNKNOWN',
    path: ['input', 'consent'],
    typeName: 'Consent',
  });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(await echoed()).toHaveLength(1);
});

it('is not withdrawn twice', async () => {
  await withdraw(SERANG, input());
  expect(await withdraw(citizen(person), input())).toEqual({
    ...{
      __typename: 'IllegalMove',
      code: 'ILLEGAL_MOVE',
      path: ['input', 'consent'],
      from: 'WITHDRAWN',
      allowed: [],
    },
  });
});

it('is not withdrawn after its last day, at midnight in Serang', async () => {
  office.now = new Date('2026-06-21T00:00:00+07:00');
  expect(await withdraw(SERANG, input())).toMatchObject({ code: 'ILLEGAL_MOVE', from: 'EXPIRED' });
  office.now = new Date('2026-06-20T23:59:59.999+07:00');
  expect(await withdraw(SERANG, input())).toMatchObject({ __typename: 'Consent', status: 'WITHDRAWN' });
});

it('is withdrawn once by two who do it at the same moment', async () => {
  await office.sql('BEGIN');
  await office.sql('SELECT FROM consent_version FOR UPDATE');
  const withdrawals = [withdraw(SERANG, input()), withdraw(citizen(person), input())];
  while ((await office.sql(WAITING)).length < 2) await office.sql('SELECT pg_stat_clear_snapshot()');
  await office.sql('COMMIT');
  const answers = await Promise.all(withdrawals);
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Consent', 'IllegalMove']);
});

it('is the same for a repeated key', async () => {
  const withdrawal = input();
  const first = await withdraw(SERANG, withdrawal);
  expect(await withdraw(SERANG, withdrawal)).toEqual(first);
  expect(await withdraw(SERANG, { ...withdrawal, consent: randomUUID() })).toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
  });
});

it('is refused without a purpose, and for what is no id', async () => {
  const codeOf = async (caller: Asker, withdrawal: object): Promise<string> => {
    const { errors } = await office.ask(caller, WITHDRAW, { input: withdrawal });
    return (errors?.[0]?.originalError as SimpulError).code;
  };
  expect(await codeOf({ ...SERANG, purpose: null }, input())).toBe('FORBIDDEN');
  expect(await codeOf(SERANG, { ...input(), consent: 'x' })).toBe('BAD_USER_INPUT');
});
