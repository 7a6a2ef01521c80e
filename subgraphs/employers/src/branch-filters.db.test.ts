import { randomUUID } from 'node:crypto';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { employers } from './agency';

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(employers);
  for (const industry of ['C24', 'C25', 'D35', null]) {
    const id = randomUUID();
    await agency.sql(
      `INSERT INTO employer (id, name, industry_code, member, demo) VALUES ($1, $2, $3, true, true)`,
      [id, industry ?? 'none', industry],
    );
  }
});

afterAll(() => agency.close());

const industriesOf = async (codes: readonly string[]): Promise<string[]> => {
  const { data, errors } = await agency.ask(
    'query ($codes: [ID!]) { employers(filter: { industries: $codes }) { nodes { name } } }',
    { codes },
  );
  expect(errors).toBeUndefined();
  return (data?.['employers'] as { nodes: { name: string }[] }).nodes.map(({ name }) => name);
};

it.each<[string[], string[]]>([
  [['C'], ['C24', 'C25']],
  [['C24'], ['C24']],
  [
    ['C24', 'D', 'C24'],
    ['C24', 'D35'],
  ],
  [['C2'], ['C24', 'C25']],
  [['C241'], []],
  [[], []],
])('finds employers of %j and what lies below', async (codes, found) => {
  expect(await industriesOf(codes)).toEqual(found);
});

it('reads the codes of skill demands and investment needs in the same way', async () => {
  await agency.sql(
    `INSERT INTO skill_demand (id, occupation_code, headcount, status, demo) VALUES ($1, '7212', 5, 'OPEN', true)`,
    [randomUUID()],
  );
  await agency.sql(
    `INSERT INTO investment_need (id, industry_code, source_name, source_kind, demo) VALUES ($1, 'C24', 'Contoh', 'PRESS', true)`,
    [randomUUID()],
  );
  const { data, errors } = await agency.ask(`{
    below: skillDemands(filter: { occupations: ["72"] }) { totalCount }
    beside: skillDemands(filter: { occupations: ["71", "72121"] }) { totalCount }
    section: investmentNeeds(industries: ["C"]) { totalCount }
    otherSection: investmentNeeds(industries: ["D"]) { totalCount }
  }`);
  expect(errors).toBeUndefined();
  const [found, none] = [{ totalCount: 1 }, { totalCount: 0 }];
  expect(data).toEqual({ below: found, beside: none, section: found, otherSection: none });
});
