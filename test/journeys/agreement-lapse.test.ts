import { existsSync } from 'node:fs';
import path from 'node:path';
import { HOUSE_ROOT } from '@simpul/kit/launch/layout';
import { agreementId } from '@simpul/schema/contract/ids';
import { keepersOf } from '@simpul/schema/contract/keepers';
import { COORDINATES } from '../authorisation/coordinates';
import { TODAY } from '../testkit/agency';
import { type AgencyName, type House, openHouse } from '../testkit/house';
import { type Answered, type Row, answer, shown } from '../testkit/question';

const OPERATIONS = path.join(HOUSE_ROOT, 'schema/operations');
const PARTS: Readonly<Record<AgencyName, string>> = {
  'labor-office': 'laborOffice',
  'training-center': 'trainingCenter',
  province: 'province',
  employers: 'employers',
};
const NAMES = Object.keys(PARTS) as AgencyName[];

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

/** A grant under an agreement that opens something today. */
interface Opening {
  readonly provider: string;
  readonly recipient: string;
  readonly from: string;
  readonly to: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly fields: readonly string[];
  readonly regions: readonly string[];
  readonly bound: boolean;
  readonly agreed: boolean;
}

function openings(agreement: string): Promise<Opening[]> {
  return house.agencies.province.sql<Opening>(
    `SELECT provider_id AS provider, recipient_id AS recipient, provider.name AS from, recipient.name AS to,
       unnest(purposes) AS purpose, categories, fields, region_codes AS regions,
       only_under_agreement AS bound, legal_basis = 'CONSENT' AS agreed
     FROM data_grant JOIN organization provider ON provider.id = provider_id JOIN organization recipient ON recipient.id = recipient_id
     WHERE agreement_id = $1 AND revoked_at IS NULL AND $2 BETWEEN valid_from AND coalesce(valid_to, $2)
     ORDER BY data_grant.id`,
    [agreement, TODAY],
  );
}

/** Fields of an agency that a grant opens; of those that it names only what shows something. */
function fieldsOf(agency: AgencyName, category: string, named: readonly string[]): string[] {
  const shownTypes = ['RevealedNik', 'MatchCandidate', 'CertificateVerification'];
  return COORDINATES[agency]
    .filter((one) => one.category === category && !shownTypes.includes(one.type))
    .map(({ type, field }) => `${type}.${field}`)
    .filter((name) => named.length === 0 || named.includes(name))
    .sort();
}

/** People of an agency whom a grant leads to today. */
async function peopleOf(agency: AgencyName, grant: Opening, agreement: string): Promise<string[]> {
  const rows = await house.agencies[agency].sql<{ person: string }>(
    `SELECT DISTINCT person_id AS person FROM disclosure_basis basis
     WHERE keeper_id = $1 AND (NOT $2 OR organization_id = $3 AND agreement_id = $4)
       AND $5 BETWEEN valid_from AND coalesce(valid_until, $5)
       AND ($6::text[] = '{}' OR EXISTS (SELECT FROM unnest($6::text[]) AS region WHERE region_code || '.' LIKE region || '.%'))
       AND (NOT $7 OR EXISTS (SELECT FROM consent_echo agreed WHERE agreed.person_id = basis.person_id AND recipient_id = $3
         AND purpose = $8 AND categories && $9::text[] AND $5 BETWEEN agreed.valid_from AND coalesce(agreed.valid_until, $5)))`,
    [
      grant.provider,
      grant.bound,
      grant.recipient,
      agreement,
      TODAY,
      grant.regions,
      grant.agreed,
      grant.purpose,
      grant.categories,
    ],
  );
  return rows.map(({ person }) => person);
}

describe.each(['D1', 'D2', 'D3', 'D4'] as const)('agencies 12: if %s lapsed', (slug) => {
  const agreement = agreementId(slug);
  let told: Answered;
  let grants: Opening[];
  beforeAll(async () => {
    told = (await answer(house, 'agencies-12', { agreement })).at('lapseOf');
    grants = await openings(agreement);
    expect(grants.length).toBeGreaterThan(0);
  });
  const grantsOf = (agency: AgencyName): Opening[] =>
    grants.filter(({ provider }) => keepersOf(agency).includes(provider));

  it.each(NAMES)('%s would close what its grants open', (agency) => {
    const closing = grantsOf(agency).flatMap(({ from, to, purpose, categories, fields }) =>
      categories.map((category) => ({
        ...{ provider: { name: from }, recipient: { name: to }, purpose, category },
        fields: fieldsOf(agency, category, fields),
      })),
    );
    const part = told.at(PARTS[agency]);
    expect(part.list('closing')).toHaveLength(closing.length);
    expect(part.list('closing')).toEqual(expect.arrayContaining(closing));
  });

  it.each(NAMES)('%s would show less of as many people', async (agency) => {
    const people = new Set<string>();
    for (const grant of grantsOf(agency))
      for (const person of await peopleOf(agency, grant, agreement)) people.add(person);
    expect(told.at(PARTS[agency]).value).toMatchObject({
      people: shown(people.size),
      suppressed: shown(people.size) === null,
    });
  });

  it.each(NAMES)('%s would leave registered operations with less', (agency) => {
    const operations = told.at(PARTS[agency]).list('operations');
    expect(operations.length > 0).toBe(grantsOf(agency).length > 0);
    for (const { clientClass, name } of operations) {
      const file = path.join(OPERATIONS, String(clientClass).toLowerCase(), `${String(name)}.graphql`);
      expect([file, existsSync(file)]).toEqual([file, true]);
      expect(clientClass).not.toBe('PUBLIC');
    }
  });
});

describe('agencies 12: if the follow-up of A3 lapsed', () => {
  let told: Answered;
  beforeAll(async () => {
    told = (await answer(house, 'agencies-12', { agreement: agreementId('D2') })).at('lapseOf');
  });

  // Read off the operations by hand.
  it.each<[AgencyName, readonly string[], readonly string[]]>([
    [
      'labor-office',
      ['counted-twice', 'stuck-before-interview-or-mapping', 'unplaced-welders', 'what-may-be-read'],
      ['needs-without-class', 'candidates-for-my-vacancy', 'verify-certificate'],
    ],
    [
      'training-center',
      ['counted-twice', 'overdue-though-busy', 'unplaced-welders'],
      ['what-may-be-read', 'verify-certificate', 'candidates-for-my-vacancy'],
    ],
  ])('%s would take fields from these operations and leave the others', (agency, affected, others) => {
    const names = told
      .at(PARTS[agency])
      .list('operations')
      .map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...affected]));
    expect(names.filter((name) => others.includes(String(name)))).toEqual([]);
  });

  it('would concern people of both cities’ partners and of nobody else', () => {
    expect(Number(told.at('laborOffice', 'people').value)).toBeGreaterThan(100);
    expect(told.at('trainingCenter', 'people').value).toEqual(told.at('laborOffice', 'people').value);
    for (const part of ['province', 'employers'])
      expect(told.at(part).value).toMatchObject({ people: 0, closing: [], operations: [] });
  });

  it('would leave classes to go on without an agreement', () => {
    const classes: Row[] = told.list('classes', 'nodes');
    expect(new Set(classes.map(({ status }) => status))).toEqual(new Set(['PLANNED', 'OPEN', 'RUNNING']));
  });
});

it('knows of no agreement that is not there, and of nothing under a recorded one', async () => {
  const parts =
    'laborOffice { closing { category } people } province { closing { category } people } classes { totalCount }';
  const ask = async (agreement: string): Promise<unknown> => {
    const query = `query ($agreement: ID!) { lapseOf(agreement: $agreement) { ${parts} } }`;
    const { data, errors } = await house.ask(query, { agreement }, { login: 'steward', purpose: null });
    expect(errors).toBeUndefined();
    return data?.['lapseOf'];
  };
  const nothing = { closing: [], people: 0 };
  expect(await ask(agreementId('A3'))).toEqual({
    ...{ laborOffice: nothing, province: nothing, classes: { totalCount: 0 } },
  });
  expect(await ask('5f0c5f1e-0000-4000-8000-00000000dead')).toMatchObject({ province: null });
});

it('names what is no id of an agreement, at every part that was asked for', async () => {
  const { data, errors } = await house.ask(
    '{ lapseOf(agreement: "D2") { employers { people } classes { totalCount } } }',
    {},
    { login: 'steward', purpose: null },
  );
  expect(errors?.map(({ path: at, extensions: { code, problems } }) => ({ at, code, problems }))).toEqual(
    expect.arrayContaining(
      ['employers', 'classes'].map((part) => ({
        ...{ at: ['lapseOf', part], code: 'BAD_USER_INPUT' },
        problems: [expect.objectContaining({ path: ['agreement'] })],
      })),
    ),
  );
  expect(data).toEqual({ lapseOf: { employers: null, classes: null } });
});
