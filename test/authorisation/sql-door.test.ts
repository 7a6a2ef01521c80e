import type { CallerSettings } from '@simpul/kit/database/database';
import type { AgencyName } from '../testkit/house';
import { AGENCIES } from '../testkit/house';
import type { Records } from './reached-people';
import { reachedPeople } from './reached-people';
import { PEOPLED, SqlDoor, callerOf } from './sql-door';
import { oddRecords, sqlCallers } from './sql-callers';
import { SQL_MUTANTS } from './sql-mutants';

describe.each(Object.keys(AGENCIES) as AgencyName[])('%s', (name) => {
  let door: SqlDoor;
  let records: Records;
  let callers: ReadonlyMap<string, CallerSettings>;
  beforeAll(async () => {
    door = await SqlDoor.open(name);
    for (const statement of oddRecords(await door.records())) await door.agency.sql(statement);
    records = await door.records();
    callers = sqlCallers(records);
  });
  afterAll(() => door.close());

  it('shows every caller the rows of the people whom it reaches, and no others', async () => {
    const wrong: string[] = [];
    for (const [who, caller] of callers)
      wrong.push(...(await door.wrongFor(caller, records)).map((table) => `${who}: ${table}`));
    expect(wrong).toEqual([]);
    const reached = [...callers.values()].map((caller) => reachedPeople(records, caller).size);
    expect(new Set(reached).size).toBeGreaterThan(3);
  });

  it.each(Object.keys(PEOPLED[name]))('counts everybody in %s, whoever asks', async (table) => {
    const [all] = await door.agency.sql<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table}`);
    expect(await door.tally(callerOf(null, {}), table)).toBe(all?.rows);
  });

  it('stands under every table with a column for a person, by one and the same rule', async () => {
    const rows = await door.agency.sql<{ table: string }>(
      `SELECT tablename AS table FROM pg_policies WHERE policyname = 'reached' AND qual LIKE '%reach_self%' ORDER BY 1`,
    );
    expect(rows.map(({ table }) => table)).toEqual(Object.keys(PEOPLED[name]).sort());
  });
});

describe('a wrong rule is found', () => {
  let door: SqlDoor;
  let records: Records;
  let callers: readonly CallerSettings[];
  beforeAll(async () => {
    door = await SqlDoor.open('labor-office');
    for (const statement of oddRecords(await door.records())) await door.agency.sql(statement);
    records = await door.records();
    callers = [...sqlCallers(records).values()];
  });
  afterAll(() => door.close());

  const rule = async (): Promise<string> => {
    const [row] = await door.agency.sql<{ rule: string }>(`SELECT reached('person.id') AS rule`);
    return (row?.rule ?? '').trim();
  };
  const isWrong = async (table = 'person'): Promise<boolean> => {
    for (const caller of callers) {
      if ((await door.wrongFor(caller, records, [table])).length > 0) return true;
    }
    return false;
  };

  it.each(SQL_MUTANTS)('if it $name', async ({ from, to }) => {
    const right = await rule();
    const wrong = right.replace(from, to);
    expect(wrong).not.toBe(right);
    await door.agency.sql(`ALTER POLICY reached ON person USING (${wrong})`);
    expect(await isWrong()).toBe(true);
    await door.agency.sql(`ALTER POLICY reached ON person USING (${right})`);
    expect(await isWrong()).toBe(false);
  });

  it.each(Object.keys(PEOPLED['labor-office']))('if %s is without', async (table) => {
    await door.agency.sql(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    expect(await isWrong(table)).toBe(true);
    await door.agency.sql(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  });
});
