import { isDataSelect, observeStatements } from '@simpul/kit/database/statements';
import { agreementId, organizationId } from '@simpul/schema/contract/ids';
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

/** How many statements each agency's database was asked while a question was answered without an error. */
async function countAsked(query: string, variables: object): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const stop = observeStatements(({ agency, sql }) => {
    if (/set_config|^(START TRANSACTION|COMMIT)/.test(sql)) return;
    counts[agency] = (counts[agency] ?? 0) + 1;
  });
  const { errors } = await house.ask(query, variables, { login: 'caseworker' });
  stop();
  expect(errors).toBeUndefined();
  return counts;
}

it.each(['D1', 'D2', 'D3'] as const)('counts once at each agency what hangs on %s', async (slug) => {
  const part = '{ closing { fields } people operations { name } }';
  const counts = await countAsked(
    `query ($agreement: ID!) { lapseOf(agreement: $agreement) {
       laborOffice ${part} trainingCenter ${part} province ${part} employers ${part} } }`,
    { agreement: agreementId(slug) },
  );
  // The province looks whether there is such an agreement.
  const other = slug === 'D3' ? 'employers' : 'labor-office';
  expect(counts).toEqual({ [other]: 1, 'training-center': 1, province: 1 });
});

it.each(['TRAINING', 'BENEFIT'])(
  'asks for the person, both standings and consents for %s',
  async (purpose) => {
    const [person] = await house.agencies['labor-office'].sql<{ id: string }>(
      `SELECT person_id AS id FROM disclosure_basis WHERE agreement_id = $1 AND valid_until IS NULL ORDER BY 1 LIMIT 1`,
      [agreementId('D1')],
    );
    const counts = await countAsked(
      `query ($person: ID!, $organization: ID!, $purpose: Purpose!) {
       accessTo(person: $person, asOrganization: $organization, purpose: $purpose) { openings { fields } } }`,
      { person: person?.id, organization: organizationId('bbpvp-serang'), purpose },
    );
    expect(counts).toEqual({ 'labor-office': 4 });
  },
);
