import { TODAY } from '../testkit/agency';
import { claimsOfLogin } from '../testkit/askers';
import { type House, openHouse } from '../testkit/house';
import { answer, question } from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(1);
});
afterAll(() => house.close());

const { employer } = claimsOfLogin('recruiter');
const SEEN = 'query ($id: ID!) { employer(id: $id) { latestWorkforceReport { total needed } } }';

describe('employers 10: who looked at our workforce report, and for what?', () => {
  beforeAll(async () => {
    for (const as of [
      { login: 'caseworker', purpose: 'PLACEMENT' },
      { login: 'analyst', purpose: 'STATISTICS' },
    ] as const)
      expect((await house.ask(SEEN, { id: employer }, as)).errors).toBeUndefined();
  });

  it('tells the employer which office read what, newest first, and no account', async () => {
    const told = await answer(house, 'employers-10', { employer });
    expect(told.at('employer', 'workforceReportAccesses').value).toEqual({
      totalCount: 2,
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) as unknown },
      nodes: [
        expect.objectContaining({
          ...{ organization: { name: 'Pemprov Banten' }, office: null, employer: null },
          ...{ roles: ['ANALYST'], purpose: 'STATISTICS', fields: ['needed', 'total'] },
        }),
        expect.objectContaining({ roles: ['CASEWORKER'], purpose: 'PLACEMENT', fields: ['needed', 'total'] }),
      ],
    });
  });

  it('counts as reading that the share of local workers is told, which is taken from the report', async () => {
    const { data, errors } = await house.ask(
      'query ($id: ID!) { employer(id: $id) { localHire { share } } }',
      { id: employer },
      { login: 'head', purpose: 'PLACEMENT' },
    );
    expect([errors, data]).toEqual([undefined, { employer: { localHire: expect.any(Array) as unknown } }]);
    const told = await answer(house, 'employers-10', { employer });
    const [newest] = told.list('employer', 'workforceReportAccesses', 'nodes');
    expect(newest).toMatchObject({ roles: ['CASEWORKER', 'HEAD'], purpose: 'PLACEMENT' });
  });

  it('is told to nobody else', async () => {
    for (const login of ['caseworker', 'apindo', 'citizen', 'auditor']) {
      const { data, errors } = await house.ask(question('employers-10'), { employer }, { login });
      expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
        [['employer', 'workforceReportAccesses'], 'FORBIDDEN'],
      ]);
      expect(data).toMatchObject({ employer: { workforceReportAccesses: null } });
    }
  });
});

describe('a workforce report', () => {
  const codesOf = async (query: string, login: string, purpose: 'PLACEMENT' | null): Promise<unknown[]> => {
    const { errors = [] } = await house.ask(query, { id: await otherEmployer() }, { login, purpose });
    return errors.map(({ path, extensions }) => [path?.join('.'), extensions.code]);
  };
  const otherEmployer = async (): Promise<string | undefined> => {
    const [other] = await house.agencies.employers.sql<{ id: string }>(
      'SELECT employer_id AS id FROM workforce_report WHERE employer_id <> $1 ORDER BY id LIMIT 1',
      [employer],
    );
    return other?.id;
  };
  const LOCAL = 'query ($id: ID!) { employer(id: $id) { localHire { share } } }';

  it.each(['recruiter', 'citizen'])(
    'of another employer is closed to a %s, in whatever words',
    async (login) => {
      expect(await codesOf(SEEN, login, 'PLACEMENT')).toEqual([
        ['employer.latestWorkforceReport', 'FORBIDDEN'],
      ]);
      expect(await codesOf(LOCAL, login, 'PLACEMENT')).toContainEqual(['employer.localHire', 'FORBIDDEN']);
    },
  );

  it('is told for a purpose', async () => {
    expect(await codesOf(SEEN, 'caseworker', null)).toEqual([
      ['employer.latestWorkforceReport', 'PURPOSE_REQUIRED'],
    ]);
  });
});

describe('reporting 10: every access to personal data, by recipient, purpose and agreement', () => {
  it('counts what was shown in each agency', async () => {
    const people = '{ people(first: 3) { nodes { name } } }';
    const { data, errors } = await house.ask(people, {}, { login: 'caseworker', purpose: 'PLACEMENT' });
    expect(errors).toBeUndefined();
    const shown = (data as { people: { nodes: unknown[] } }).people.nodes.length;
    expect(shown).toBe(3);
    const told = await answer(house, 'reporting-10', { from: TODAY, to: TODAY });
    expect(told.list('dataAccessSummary', 'laborOffice')).toContainEqual({
      ...{ organization: { name: 'Disnakertrans Kota Serang' }, purpose: 'PLACEMENT' },
      ...{ agreement: null, recordType: 'Person', accesses: 1, refusals: 0, people: 3 },
    });
  });
});
