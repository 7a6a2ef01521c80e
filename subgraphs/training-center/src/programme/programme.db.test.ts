import { programmeId } from '@simpul/schema/contract/ids';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { trainingCenter } from '../agency';

let agency: TestAgency;
beforeAll(async () => {
  agency = await openTestAgency(trainingCenter);
});
afterAll(() => agency.close());

async function demoProgrammes(): Promise<string[]> {
  const { data, errors } = await agency.ask('{ programmes(first: 100) { nodes { code demo } } }');
  expect(errors).toBeUndefined();
  const { nodes } = data?.['programmes'] as { nodes: { code: string; demo: boolean }[] };
  return nodes.flatMap(({ code, demo }) => (demo ? [code] : []));
}

it('marks a recorded programme from the first demonstration row that says what it leads to', async () => {
  expect(await demoProgrammes()).toEqual([]);
  await agency.sql(`INSERT INTO programme_occupation VALUES ($1, '7322', true)`, [programmeId('SABLON')]);
  expect(await demoProgrammes()).toEqual(['SABLON']);
});
