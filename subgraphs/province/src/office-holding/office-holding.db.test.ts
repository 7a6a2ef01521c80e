import { organizationId } from '@simpul/schema/contract/ids';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { province } from '../agency';

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(province);
  await agency.sql(
    `INSERT INTO office_holding (id, organization_id, name, office, held_from)
     VALUES (gen_random_uuid(), $1, 'Pejabat Uji', 'Kepala Apindo', '2026-01-05')`,
    [organizationId('apindo')],
  );
  await agency.sql(
    `INSERT INTO office_holding (id, organization_id, name, office, seen_on)
     VALUES (gen_random_uuid(), $1, 'Pejabat Terlihat', 'Direktur Himbara', '{2025-08-27,2025-12-15}')`,
    [organizationId('himbara')],
  );
});

afterAll(() => agency.close());

async function heldOn(organization: string, on: string): Promise<string[]> {
  const { data, errors } = await agency.ask(
    'query ($id: ID!, $on: Date) { organization(id: $id) { officeHoldings(on: $on) { name } } }',
    { id: organization, on },
  );
  expect(errors).toBeUndefined();
  const { officeHoldings } = data?.['organization'] as { officeHoldings: { name: string }[] };
  return officeHoldings.map(({ name }) => name);
}

it.each([
  ['2025-06-16', []],
  ['2025-06-17', ['Ade Adriona']],
  ['2025-08-27', []],
  ['2025-12-15', ['Ady Nugroho']],
])('takes an office as held on the day on which it is seen: %s', async (on, names) => {
  expect(await heldOn(organizationId('bbpvp-serang'), on)).toEqual(names);
});

it.each([
  ['2025-08-26', []],
  ['2025-08-27', ['Pejabat Terlihat']],
  ['2025-10-30', ['Pejabat Terlihat']],
  ['2025-12-16', []],
])('takes an office that is only seen as held from the first to the last sighting: %s', async (on, names) => {
  expect(await heldOn(organizationId('himbara'), on)).toEqual(names);
});

it('takes an office with a recorded first day and no last as still held', async () => {
  expect(await heldOn(organizationId('apindo'), '2026-01-04')).toEqual([]);
  expect(await heldOn(organizationId('apindo'), '2030-01-01')).toEqual(['Pejabat Uji']);
});
