import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { employers } from '@simpul/employers/agency';
import { type TestAgency, askAgency, openTestAgency } from '../testkit/agency';
import { startAgencyProcess } from '../testkit/agency-process';

const POST = `mutation ($input: PostVacancyInput!) { postVacancy(input: $input) { __typename ... on Vacancy { id version } } }`;
const STATEMENTS = ['key', 'employer', 'vacancy', 'units', 'event', 'outcome', 'commit'];

let agency: TestAgency;
const employer = randomUUID();

beforeAll(async () => {
  agency = await openTestAgency(employers);
  await agency.sql(`INSERT INTO employer (id, name, member, demo) VALUES ($1, 'PT Uji', true, true)`, [
    employer,
  ]);
});

afterAll(() => agency.close());

async function stored(): Promise<object | undefined> {
  const [row] = await agency.sql<object>(`SELECT (SELECT count(*)::int FROM vacancy) AS vacancies,
    (SELECT count(*)::int FROM vacancy_unit) AS units, (SELECT count(*)::int FROM event) AS events,
    (SELECT count(*)::int FROM idempotency) AS keys`);
  return row;
}

it.each(STATEMENTS.map((name, index) => [name, index] as const))(
  'killed before it writes the %s, it leaves nothing, and a replay makes exactly one vacancy',
  async (_, index) => {
    const input = {
      ...{ idempotencyKey: randomUUID(), employer, title: 'Juru las', openings: 1, scheme: 'EMPLOYMENT' },
      competencyUnits: ['DEMO.LAS.001', 'DEMO.LAS.002'],
    };
    const before = (await stored()) as Record<string, number>;
    const doomed = await startAgencyProcess('employers', agency.databaseUrl, {
      preload: path.join(__dirname, '../testkit/die-at-statement.cjs'),
      env: { DIE_AT_STATEMENT: String(index), LOG_LEVEL: 'info' },
    });
    await expect(askAgency({ origin: doomed.origin, name: 'employers' }, POST, { input })).rejects.toThrow();
    await doomed.ended;
    expect(doomed.child.signalCode).toBe('SIGKILL');
    expect(await stored()).toEqual(before);

    const replies = [await agency.ask(POST, { input }), await agency.ask(POST, { input })];
    expect(replies[0]).toEqual(replies[1]);
    expect(replies[0]?.data?.['postVacancy']).toMatchObject({ __typename: 'Vacancy', version: 1 });
    expect(await stored()).toEqual({
      vacancies: (before['vacancies'] ?? 0) + 1,
      units: (before['units'] ?? 0) + 2,
      events: (before['events'] ?? 0) + 1,
      keys: (before['keys'] ?? 0) + 1,
    });
  },
);
