import { randomUUID } from 'node:crypto';
import { organizationId } from '@simpul/schema/contract/ids';
import { PURPOSES } from '@simpul/schema/contract/identity';
import { canaries } from '../proof/canary/needles';
import { type Asking, type House, openHouse } from '../testkit/house';
import { type PlantedNumber, plantNumbers } from '../testkit/numbers';

const VERIFY = `mutation ($input: VerifyNikInput!) { verifyNik(input: $input) { __typename
  ... on NikVerification { matched } ... on Outcome { code } } }`;
const REVEAL = `mutation ($input: RevealNikInput!) { revealNik(input: $input) { __typename
  ... on RevealedNik { nik } ... on Outcome { code } } }`;

const SERANG = organizationId('disnakertrans-kota-serang');

let house: House;
let someone: PlantedNumber;
beforeAll(async () => {
  house = await openHouse(1);
  const [first] = await plantNumbers(house.agencies['labor-office'], canaries(250), SERANG);
  if (!first) throw new Error('The block is empty.');
  someone = first;
});
afterAll(() => house.close());

/** What a caller gets of somebody's number: compared, told in full, and its last digits. */
async function askAs(as: Asking) {
  const { id: person, nik } = someone;
  const given = { idempotencyKey: randomUUID(), person };
  const replies = [
    await house.ask(VERIFY, { input: { ...given, nik } }, as),
    await house.ask(REVEAL, { input: { ...given, reason: 'Kartu identitas hilang' } }, as),
    await house.ask('query ($id: ID!) { person(id: $id) { nikMasked } }', { id: person }, as),
  ];
  return replies.map(({ data, errors }) => {
    if (!errors?.[0]) return Object.values(data ?? {})[0];
    const { code, coordinate } = errors[0].extensions;
    return typeof coordinate === 'string' ? `${code} ${coordinate}` : code;
  });
}

it('compares a number for officers, and tells it to the head of the office', async () => {
  expect(await askAs({ login: 'head' })).toEqual([
    { __typename: 'NikVerification', matched: true },
    { __typename: 'RevealedNik', nik: someone.nik },
    { nikMasked: someone.nik.slice(-4) },
  ]);
});

const UNKNOWN = expect.objectContaining({ code: 'REFERENCE_UNKNOWN' }) as unknown;

it.each<[string, Asking, unknown[]]>([
  ['without a credential', { login: null }, ['UNAUTHENTICATED', 'UNAUTHENTICATED']],
  ['without a purpose', { login: 'head', purpose: null }, ['PURPOSE_REQUIRED', 'PURPOSE_REQUIRED']],
  ['as a caseworker', { login: 'caseworker' }, [expect.objectContaining({ matched: true }), 'FORBIDDEN']],
  // Nobody learns by comparing numbers who is registered at another office.
  ['as the head of another office', { login: 'head-cilegon' }, [UNKNOWN, UNKNOWN]],
  ['as admissions', { login: 'admissions' }, ['FORBIDDEN', 'FORBIDDEN_FIELD RevealNikInput.person']],
  ['as a recruiter', { login: 'recruiter' }, ['FORBIDDEN', 'FORBIDDEN']],
  ['as a citizen', { login: 'citizen', purpose: 'SUBJECT_ACCESS' }, ['FORBIDDEN', 'FORBIDDEN']],
  [
    'as an auditor',
    { login: 'auditor', purpose: 'AUDIT' },
    ['FORBIDDEN', 'FORBIDDEN_FIELD RevealNikInput.person'],
  ],
])('answers %s', async (_, as, expected) => {
  expect((await askAs(as)).slice(0, 2)).toEqual(expected);
});

it('asks no agency when the purpose is missing, and says which there are', async () => {
  const table = 'SELECT count(*)::int AS count FROM identity.nik_check';
  const before = await house.agencies['labor-office'].sql(table);
  const input = { idempotencyKey: randomUUID(), person: someone.id, nik: someone.nik };
  const { errors } = await house.ask(VERIFY, { input }, { login: 'head', purpose: null });
  expect(errors?.[0]?.extensions).toEqual({ code: 'PURPOSE_REQUIRED', count: 1, purposes: PURPOSES });
  expect(await house.agencies['labor-office'].sql(table)).toEqual(before);
});
