import { isDataSelect, observeStatements } from '@simpul/kit/database/statements';
import { type House, openHouse } from '../testkit/house';
import type { Row } from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

const PAGE_OF_100 = `{
  people(first: 100, filter: { stage: [ACCEPTED] }) {
    nodes {
      name
      registration { status nextReportDue }
      enrolments { stage trainingClass { name programme { code name } } }
      certificates { scheme validUntil }
      placements { scheme startsOn employer { name } }
    }
  }
}`;

it('reads a page of 100 people over three agencies with one data select per entity fetch', async () => {
  const selects: string[] = [];
  const stop = observeStatements(({ agency, sql }) => {
    if (isDataSelect(sql)) selects.push(`${agency} ${/\bFROM "(\w+)" "/.exec(sql)?.[1] ?? sql}`);
  });
  // The office of Kota Cilegon has agreements that open all of this.
  const { data, errors } = await house.ask(PAGE_OF_100, {}, { login: 'caseworker-cilegon' });
  stop();
  expect(errors).toBeUndefined();
  const people = (data?.['people'] as { nodes: Row[] }).nodes;
  expect(people).toHaveLength(100);
  for (const told of ['enrolments', 'certificates', 'placements'])
    expect(people.some((person) => (person[told] as Row[]).length > 0)).toBe(true);
  expect(selects.sort()).toEqual([
    'employers employer',
    'employers placement',
    'labor-office person',
    'labor-office registration',
    'training-center certificate',
    'training-center enrolment',
    'training-center programme',
    'training-center training_class',
  ]);
});
