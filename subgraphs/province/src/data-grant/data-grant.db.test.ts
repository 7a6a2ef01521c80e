import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { province } from '../agency';

interface Grant {
  readonly id: string;
  readonly inForce: boolean;
  readonly provider: { readonly name: string };
}

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(province, 1);
});

afterAll(() => agency.close());

async function grants(filter: object = {}): Promise<readonly Grant[]> {
  const { data, errors } = await agency.ask(
    `query ($filter: DataGrantFilter) { dataGrants(filter: $filter, first: 100) { nodes { id inForce provider { name } } } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return (data?.['dataGrants'] as { nodes: Grant[] }).nodes;
}

async function expectFilterToAgree(): Promise<void> {
  const all = await grants();
  for (const inForce of [true, false]) {
    const shown = all.filter((grant) => grant.inForce === inForce).map(({ id }) => id);
    expect((await grants({ inForce })).map(({ id }) => id)).toEqual(shown);
  }
}

it('opens nothing before its first day, after its last, or once revoked', async () => {
  const closed = (await grants()).filter(({ inForce }) => !inForce);
  const rows = await agency.sql<{ id: string }>(
    `SELECT id FROM data_grant WHERE valid_from > '2026-06-15' OR valid_to < '2026-06-15' OR revoked_at IS NOT NULL`,
  );
  expect(rows.length).toBeGreaterThanOrEqual(3);
  expect(closed.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  await expectFilterToAgree();
});

it('closes with its agreement, suspended or past its last day', async () => {
  const open = async (): Promise<number> => (await grants({ inForce: true })).length;
  const before = await open();
  await agency.sql(
    `UPDATE agreement SET status = 'SUSPENDED' WHERE id IN (SELECT agreement_id FROM data_grant) AND expires_on = '2026-08-31'`,
  );
  expect(await open()).toBe(before - 3);
  await agency.sql(`UPDATE agreement SET expires_on = '2026-06-14' WHERE expires_on = '2026-12-31'`);
  expect(await open()).toBe(before - 5);
  await expectFilterToAgree();
});
