import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { laborOffice } from '../agency';

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(laborOffice, 1);
});

afterAll(() => agency.close());

async function candidates(code: string, region?: string): Promise<number | null> {
  const { data, errors } = await agency.ask(
    `query ($r: [_Any!]!, $region: ID) { _entities(representations: $r) { ... on Occupation { candidateCount(region: $region) } } }`,
    { r: [{ __typename: 'Occupation', code }], region },
  );
  expect(errors).toBeUndefined();
  const [occupation] = data?.['_entities'] as { candidateCount: number | null }[];
  return occupation?.candidateCount ?? null;
}

async function recount(pattern: string, region: string): Promise<number> {
  const [row] = await agency.sql<{ count: number }>(
    `SELECT count(*)::int FROM person WHERE domicile_region_code LIKE $2
     AND EXISTS (SELECT 1 FROM registration r WHERE r.person_id = person.id AND ended_as IS NULL AND valid_until >= '2026-06-15')
     AND EXISTS (SELECT 1 FROM interest_mapping m, unnest(m.occupations) code WHERE m.person_id = person.id AND code LIKE $1)`,
    [pattern, `${region}%`],
  );
  return row?.count ?? 0;
}

it('counts registered people interested in an occupation or one below it, each once', async () => {
  expect(await candidates('7212')).toBe(await recount('7212', ''));
  expect(await candidates('7')).toBe(await recount('7%', ''));
  expect(await candidates('7212', '36.72')).toBe(await recount('7212', '36.72'));
});

it('tells nothing of fewer than five', async () => {
  const districts = await agency.sql<{ district: string }>(
    `SELECT DISTINCT domicile_region_code AS district FROM person`,
  );
  let told = 0;
  for (const { district } of districts) {
    const real = await recount('8121', district);
    expect(await candidates('8121', district)).toBe(real < 5 ? null : real);
    if (real < 5) told += 1;
  }
  expect(told).toBeGreaterThan(0);
});

it('finds the same people by their interest', async () => {
  const { data } = await agency.ask(
    `{ people(filter: { interestedIn: ["7212"], registrationStatus: [ACTIVE, DUE_REPORT] }) { totalCount } }`,
  );
  expect((data?.['people'] as { totalCount: number }).totalCount).toBe(await recount('7212', ''));
});
