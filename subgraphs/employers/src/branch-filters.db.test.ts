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
