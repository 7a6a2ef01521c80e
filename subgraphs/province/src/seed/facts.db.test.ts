import { CLAIMS, agreementId, claimId, organizationId } from '@simpul/schema/contract/ids';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { province } from '../agency';

interface Said {
  readonly value: string;
  readonly source: { readonly name: string };
}

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(province);
});

afterAll(() => agency.close());

const agreement = (slug: 'A1' | 'A2' | 'A3' | 'A4'): string => `agreement/${agreementId(slug)}`;
const BBPVP = `organization/${organizationId('bbpvp-serang')}`;

/** What disagrees, by its number in the domain's list of contradictions, and the articles that speak of it. */
const CONFLICTS: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['C1', agreement('A1'), 'signedOn', ['000', '001', '004']],
  ['C1', agreement('A2'), 'signedOn', ['000', '001', '004']],
  ['C2', 'quota/36.73', 'seats', ['001', '004']],
  ['C3', 'rule/36.73/local-hire', 'status', ['001', '004']],
  ['C4', BBPVP, 'head', ['001', '002', '004']],
  ['C4', BBPVP, 'name', ['000', '001', '002', '003', '004']],
  ['C4', `organization/${organizationId('kemnaker')}`, 'name', []],
  ['C4', 'office/mayor', 'title', []],
  ['C5', agreement('A2'), 'witnesses', ['001', '004']],
  ['C6', agreement('A1'), 'form', ['000', '001', '004']],
  ['C6', agreement('A3'), 'form', ['003']],
  ['C7', 'funding/36.73', 'participantCost', ['000', '001', '004']],
  ['C8', 'quota/36.73', 'destination', ['001', '002', '004']],
  ['C8', 'quota/36.73', 'scheme', ['001', '002', '004']],
  ['C9', `${agreement('A4')}/party/${organizationId('apindo')}`, 'role', ['003']],
];

it.each(CONFLICTS)('keeps %s in sight: %s %s', async (_, subject, predicate, articles) => {
  const { data, errors } = await agency.ask(
    'query ($s: String!, $p: String!) { figure(subject: $s, predicate: $p) { conflicting preferred { id } all { value source { name } } } }',
    { s: subject, p: predicate },
  );
  expect(errors).toBeUndefined();
  const figure = data?.['figure'] as { conflicting: boolean; preferred: null; all: Said[] };
  expect(figure).toMatchObject({ conflicting: true, preferred: null });
  const numbers = figure.all.map(({ source }) => /^(\d{3})_/.exec(source.name)?.[1]).filter(Boolean);
  expect([...new Set(numbers)].sort()).toEqual(articles);
});

it('holds each claim that another agency refers to', async () => {
  const rows = await agency.sql<{ id: string }>('SELECT id FROM claim WHERE id = ANY ($1::uuid[])', [
    CLAIMS.map(claimId),
  ]);
  expect(rows).toHaveLength(CLAIMS.length);
});

it('records the five agreements without inventing a number, a term, a clause or a grant', async () => {
  const { data } = await agency.ask(
    `{ agreements(first: 100) { nodes { status signedOn documentNumber effectiveFrom expiresOn demo followsUp { id }
      clauses { id } grants { id } activity { classes } sources { name kind } } } }`,
  );
  const { nodes } = data?.['agreements'] as { nodes: Record<string, unknown>[] };
  expect(nodes.map(({ status, signedOn }) => [status, signedOn])).toEqual([
    ['SIGNED', '2025-12-15'],
    ['PLANNED', null],
    ['SIGNED', '2025-10-01'],
    ['SIGNED', '2025-09-25'],
    ['CLAIMED', null],
  ]);
  for (const node of nodes) {
    expect(node).toMatchObject({
      ...{ documentNumber: null, effectiveFrom: null, expiresOn: null, activity: null, demo: false },
      ...{ clauses: [], grants: [] },
    });
    expect(node['sources']).not.toEqual([]);
  }
  expect(nodes.map(({ followsUp }) => followsUp)).toEqual([
    null,
    null,
    { id: agreementId('A3') },
    null,
    null,
  ]);
});

it('gives a source to everything that is recorded', async () => {
  const unsourced = await agency.sql(`
    SELECT 'organization' AS table FROM organization WHERE sources = '[]'
    UNION ALL SELECT 'office_holding' FROM office_holding WHERE sources = '[]'
    UNION ALL SELECT 'agreement' FROM agreement WHERE sources = '[]'
    UNION ALL SELECT 'agreement_party' FROM agreement_party WHERE sources = '[]'
    UNION ALL SELECT 'agreement_signatory' FROM agreement_signatory WHERE sources = '[]'
    UNION ALL SELECT 'agreement_witness' FROM agreement_witness WHERE sources = '[]'
    UNION ALL SELECT 'school' FROM school WHERE sources = '[]'`);
  expect(unsourced).toEqual([]);
});

it('tells Kota Serang from Kabupaten Serang, and knows every province and regency', async () => {
  const { data } =
    await agency.ask(`{ city: region(code: "36.73") { name } regency: region(code: "36.04") { name }
    provinces: regions(filter: { level: PROVINCE }) { totalCount } regencies: regions(filter: { level: REGENCY }) { totalCount } }`);
  expect(data).toEqual({
    city: { name: 'Kota Serang' },
    regency: { name: 'Kabupaten Serang' },
    provinces: { totalCount: 38 },
    regencies: { totalCount: 514 },
  });
});
