import { randomUUID } from 'node:crypto';
import type { AuditRecord } from '@simpul/kit/audit/audit-record';
import { insertRecords } from '@simpul/kit/audit/audit-record';
import { DEMO_LOGINS } from '@simpul/schema/demo/logins';
import { organizationId } from '@simpul/schema/contract/ids';
import { TEST_AUDIT } from '../testkit/audit';
import { type Asking, type House, openHouse } from '../testkit/house';
import { madeRecord } from '../testkit/made-records';
import type { Reply } from '../testkit/agency';

const CITIZEN = DEMO_LOGINS.find(({ name }) => name === 'citizen')?.claims.person ?? '';
const AUDITOR: Asking = { login: 'auditor', purpose: 'AUDIT' };
const SELF: Asking = { login: 'citizen', purpose: 'SUBJECT_ACCESS' };
const OFFICE = organizationId('disnakertrans-kota-serang');
const GRANTED = { agreement: randomUUID(), grant_id: randomUUID(), grant_version: 2 };
const OWN = { agreement: null, grant_id: null, grant_version: null };
const [ANI, BUDI] = [randomUUID(), randomUUID()];
let house: House;

beforeAll(async () => {
  house = await openHouse(0);
});
afterAll(() => house.close());

/** Records that an agency would have written itself. */
async function recorded(agency: keyof House['agencies'], ...records: Partial<AuditRecord>[]): Promise<void> {
  await insertRecords(
    (statement, parameters) => house.agencies[agency].sql(statement, parameters),
    records.map((record, number) =>
      madeRecord(number, TEST_AUDIT.keys, { ...OWN, action: 'READ', organization: OFFICE, ...record }),
    ),
  );
}

const codes = ({ errors = [] }: Reply): string[] => errors.map(({ extensions }) => extensions.code);

describe('with records in two agencies', () => {
  beforeAll(async () => {
    await recorded(
      'labor-office',
      { subject: 'eve', people: [ANI, CITIZEN], at: new Date('2026-01-31T16:59:59Z') },
      { subject: 'eve', people: [ANI, BUDI], at: new Date('2026-01-31T17:00:00Z'), ...GRANTED },
      { subject: 'mallory', people: [], action: 'REFUSED', at: new Date('2026-02-02T00:00:00Z') },
      { subject: 'mallory', people: [ANI], at: new Date('2026-02-02T00:00:01Z') },
    );
    await recorded('employers', { subject: 'eve', people: [CITIZEN], type: 'Placement', ...GRANTED });
  });

  const MINE = `{ myDataAccesses {
    laborOffice { totalCount nodes { action organization { id } purpose recordType fields account people peopleCount } }
    employers { nodes { recordType agreement { id } grantVersion } } province { nodes { id } } trainingCenter { nodes { id } } } }`;

  it('tells people who was shown what of them, and nothing of anybody else', async () => {
    const { data, errors } = await house.ask(MINE, {}, SELF);
    expect(errors).toBeUndefined();
    expect(data?.['myDataAccesses']).toEqual({
      laborOffice: {
        totalCount: 1,
        nodes: [
          {
            ...{ action: 'READ', organization: { id: OFFICE }, purpose: 'PLACEMENT', recordType: 'Person' },
            ...{ fields: ['name', 'sex'], account: null, people: null, peopleCount: 2 },
          },
        ],
      },
      // The agreement is nobody's, as the province says when it is asked for more than its id.
      employers: {
        nodes: [{ recordType: 'Placement', agreement: { id: GRANTED.agreement }, grantVersion: 2 }],
      },
      province: { nodes: [] },
      trainingCenter: { nodes: [] },
    });
  });

  const found = async (question: string): Promise<unknown[]> => {
    const { data, errors } = await house.ask(
      `{ dataAccesses(${question}) { laborOffice { nodes { account people } } } }`,
      {},
      AUDITOR,
    );
    expect(errors).toBeUndefined();
    const { laborOffice } = data?.['dataAccesses'] as { laborOffice: { nodes: { account: string }[] } };
    return laborOffice.nodes.filter(({ account }) => account === 'eve' || account === 'mallory');
  };

  it('tells auditors by account, period, agreement and person, newest first, days in WIB', async () => {
    const [first, second, refused, last] = [
      { account: 'eve', people: [ANI, CITIZEN] },
      { account: 'eve', people: [ANI, BUDI] },
      { account: 'mallory', people: [] },
      { account: 'mallory', people: [ANI] },
    ];
    expect(await found('account: "eve"')).toEqual([second, first]);
    expect(await found('from: "2026-02-01", to: "2026-02-02"')).toEqual([last, refused, second]);
    expect(await found('to: "2026-01-31"')).toEqual([first]);
    expect(await found(`agreement: "${GRANTED.agreement}"`)).toEqual([second]);
    expect(await found(`account: "eve", person: "${CITIZEN}"`)).toEqual([first]);
  });

  it('pages', async () => {
    const QUERY = `query ($after: String) { dataAccesses(account: "eve") { laborOffice(first: 1, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { people } } } }`;
    const one = await house.ask(QUERY, {}, AUDITOR);
    const page = (reply: Reply): { pageInfo: { endCursor: string } } =>
      (reply.data?.['dataAccesses'] as { laborOffice: { pageInfo: { endCursor: string } } }).laborOffice;
    const two = await house.ask(QUERY, { after: page(one).pageInfo.endCursor }, AUDITOR);
    expect(page(one)).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      nodes: [{ people: [ANI, BUDI] }],
    });
    expect(page(two)).toMatchObject({
      pageInfo: { hasNextPage: false },
      nodes: [{ people: [ANI, CITIZEN] }],
    });
  });

  it('counts what was shown and refused, by recipient, purpose, agreement and type', async () => {
    const { data, errors } = await house.ask(
      `{ dataAccessSummary(from: "2026-01-01", to: "2026-03-31") { laborOffice {
        organization { id } purpose agreement { id } recordType accesses refusals people } } }`,
      {},
      AUDITOR,
    );
    expect(errors).toBeUndefined();
    const cell = { organization: { id: OFFICE }, purpose: 'PLACEMENT', recordType: 'Person' };
    expect(data?.['dataAccessSummary']).toEqual({
      laborOffice: [
        { ...cell, agreement: { id: GRANTED.agreement }, accesses: 1, refusals: 0, people: 2 },
        { ...cell, agreement: null, accesses: 2, refusals: 1, people: 2 },
      ],
    });
  });
});

it.each([
  ['myDataAccesses', 'caseworker', 'SUBJECT_ACCESS', 'FORBIDDEN'],
  ['myDataAccesses', 'auditor', 'AUDIT', 'FORBIDDEN'],
  ['myDataAccesses', 'citizen', 'PLACEMENT', 'PURPOSE_REQUIRED'],
  ['dataAccesses', 'citizen', 'SUBJECT_ACCESS', 'FORBIDDEN'],
  ['dataAccesses', 'head', 'AUDIT', 'FORBIDDEN'],
  ['dataAccesses', 'auditor', 'STATISTICS', 'PURPOSE_REQUIRED'],
] as const)('refuses %s to %s for %s with %s', async (field, login, purpose, code) => {
  const reply = await house.ask(`{ ${field} { laborOffice { nodes { id } } } }`, {}, { login, purpose });
  expect(reply.data).toEqual({ [field]: { laborOffice: null } });
  expect(codes(reply)).toEqual([code]);
});

it('refuses the summary to everybody but auditors', async () => {
  const query = '{ dataAccessSummary(from: "2026-01-01", to: "2026-03-31") { province { accesses } } }';
  const reply = await house.ask(query, {}, { login: 'analyst', purpose: 'AUDIT' });
  expect([reply.data, codes(reply)]).toEqual([{ dataAccessSummary: { province: null } }, ['FORBIDDEN']]);
});

it('names everything that is wrong with a question', async () => {
  const query = `{ dataAccesses(account: "", person: "x", agreement: "y", from: "2026-02-01", to: "2026-01-01") {
    province(first: 1) { nodes { id } } } }`;
  const [error] = (await house.ask(query, {}, AUDITOR)).errors ?? [];
  expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  for (const path of ['account:', 'person:', 'agreement:', 'to:']) expect(error?.message).toContain(path);
});

it('records who looked, and whom the records named', async () => {
  await recorded('province', { subject: 'trent', people: [ANI, BUDI] });
  await house.ask('{ dataAccesses(account: "trent") { province { nodes { id } } } }', {}, AUDITOR);
  const rows = await house.agencies.province.sql(
    `SELECT type, fields, people, organization, purpose FROM audit_record WHERE action = 'AUDIT_READ' AND fields = '{account}'`,
  );
  expect(rows).toEqual([
    {
      ...{ type: 'DataAccess', fields: ['account'], people: [ANI, BUDI], purpose: 'AUDIT' },
      organization: organizationId('inspektorat-kota-serang'),
    },
  ]);
});

it('tells nothing that cannot be recorded, and the rest of the answer', async () => {
  await house.agencies.province.sql('ALTER TABLE audit_record RENAME TO audit_record_away');
  await house.agencies.province.sql('CREATE VIEW audit_record AS TABLE audit_record_away');
  await house.agencies.province.sql('GRANT SELECT ON audit_record TO province_worker');
  const reply = await house.ask(
    '{ dataAccesses(account: "trent") { province { nodes { id } } laborOffice { nodes { id } } } }',
    {},
    AUDITOR,
  );
  expect(reply.data).toEqual({
    dataAccesses: { province: null, laborOffice: { nodes: [] } },
  });
  expect(codes(reply)).toEqual(['AUDIT_UNAVAILABLE']);
});

it('leaves the parts of the others when an agency is away', async () => {
  const away = await openHouse(0, { replaced: { employers: 'http://127.0.0.1:9/graphql' } });
  const query = '{ dataAccesses { employers { nodes { id } } trainingCenter { nodes { id } } } }';
  const reply = await away.ask(query, {}, AUDITOR);
  await away.close();
  expect(reply.data).toEqual({ dataAccesses: { employers: null, trainingCenter: { nodes: [] } } });
  expect(codes(reply)).toEqual(['SUBGRAPH_UNAVAILABLE']);
});
