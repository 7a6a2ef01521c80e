import { randomUUID } from 'node:crypto';
import type { AccessEntry } from '@simpul/schema/contract/access-explanation';
import { agreementId, organizationId } from '@simpul/schema/contract/ids';
import { keepersOf } from '@simpul/schema/contract/keepers';
import { type Reply, TODAY } from '../testkit/agency';
import { type Asker, claimsOfLogin } from '../testkit/askers';
import { keep } from '../testkit/basis';
import { type House, openHouse } from '../testkit/house';
import { PEOPLE, bytesOf, strangersAt } from '../testkit/strangers';

let house: House;
beforeAll(async () => {
  house = await openHouse(2);
});
afterAll(() => house.close());

const OFFICE: Asker = { login: 'caseworker', purpose: 'PLACEMENT' };
const TRAINERS: Asker = { login: 'admissions', purpose: 'TRAINING' };
const HEAD: Asker = { login: 'head', purpose: 'PLACEMENT' };
const ASKERS: readonly Asker[] = [
  ...[OFFICE, TRAINERS, HEAD],
  { login: 'head', purpose: 'AUDIT' },
  { login: 'apindo', purpose: 'PLACEMENT' },
  { login: 'recruiter', purpose: 'PLACEMENT' },
  { login: 'citizen', purpose: 'SUBJECT_ACCESS' },
  { login: 'analyst', purpose: 'STATISTICS' },
];

const PERSON = `id name birthDate nikMasked contact { phone } stage { stage } registrations { status } consents { id }
  nominations { status } financingCases { id } enrolments { stage } certificates { scheme } placements { scheme }
  currentPlacement { scheme }`;

describe('an explanation tells no more than the answer', () => {
  it.each(ASKERS)('of strangers to $login ($purpose)', async (as) => {
    const query = `query ($id: ID!) { person(id: $id) { ${PERSON} } }`;
    const strangers = await strangersAt(house, 'labor-office', { rows: PEOPLE, as });
    const missing = await bytesOf(house, { query, id: randomUUID(), as, explains: true });
    expect(missing).toContain('"access":[');
    expect(strangers.length).toBeGreaterThan(0);
    for (const id of strangers) expect(await bytesOf(house, { query, id, as, explains: true })).toBe(missing);
  });

  it('of somebody whom an agency may tell of and has nothing to tell of', async () => {
    const told: unknown[] = [];
    const [known, unknown] = [randomUUID(), randomUUID()];
    const { employers } = house.agencies;
    await employers.sql(
      `INSERT INTO disclosure_basis (person_id, keeper_id, organization_id, kind, agreement_id, valid_from, demo)
       VALUES ($1, $2, $3, 'PLACEMENT', $4, '2025-11-03', true)`,
      [known, keepersOf('employers')[0], organizationId('bbpvp-serang'), agreementId('D3')],
    );
    for (const person of [known, unknown]) {
      const certificate = await certify(person);
      const { data, errors, extensions } = await house.ask(
        `{ certificates(first: 1, filter: { issuedFrom: "${TODAY}" }) { nodes { holder { id currentPlacement { scheme } placements { scheme } } } } }`,
        {},
        { ...TRAINERS, explains: true },
      );
      expect(data).toMatchObject({ certificates: { nodes: [{ holder: { id: person } }] } });
      const text = JSON.stringify({ data, errors, access: extensions?.['access'] });
      told.push(text.replaceAll(person, 'ID'));
      await house.agencies['training-center'].sql('DELETE FROM certificate WHERE id = $1', [certificate]);
    }
    // The agency has it on record that it told of the one and not of the other, which nobody else learns.
    const recorded = await employers.sql<{ people: string[] }>(
      `SELECT people FROM audit_record WHERE type = 'Person' AND people && $1::uuid[]`,
      [[known, unknown]],
    );
    expect(recorded.map(({ people }) => people)).toEqual([[known]]);
    expect(told[0]).toBe(told[1]);
  });

  async function certify(person: string): Promise<string | undefined> {
    const [certificate] = await house.agencies['training-center'].sql<{ id: string }>(
      `INSERT INTO certificate (person_id, id, number, scheme, units, issued_on, demo)
       VALUES ($1::uuid, gen_random_uuid(), $1::text, $1::text, '{}', $2, true) RETURNING id`,
      [person, TODAY],
    );
    await keep(house.agencies['training-center'], 'training-center', person);
    return certificate?.id;
  }
});

describe('an agency whose records cannot be written', () => {
  const QUERY = '{ people(first: 3) { nodes { name registrations { status } } } }';
  const linesOf = ({ extensions }: Reply) => extensions?.['access'] as readonly AccessEntry[];
  const sql = (statement: string) => house.agencies['labor-office'].sql(statement);
  const unavailable = (coordinate: string) => ({
    ...{ coordinate, outcome: 'DENIED', agency: 'labor-office', basis: null, purpose: 'PLACEMENT' },
    code: 'AUDIT_UNAVAILABLE',
  });

  beforeAll(async () => {
    // A fault of the record itself: were it one of the store, requests would be executed closed from the start.
    await sql(`CREATE FUNCTION no_reading() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.action = 'READ' THEN RAISE check_violation; END IF; RETURN NEW; END $$`);
    await sql(`CREATE TRIGGER no_reading BEFORE INSERT ON audit_record
      FOR EACH ROW EXECUTE FUNCTION no_reading()`);
  });
  afterAll(() => sql('DROP TRIGGER no_reading ON audit_record'));

  it('denies everything personal, and says so', async () => {
    const reply = await house.ask(QUERY, {}, { ...OFFICE, explains: true });
    expect(reply.errors?.every(({ extensions }) => extensions.code === 'AUDIT_UNAVAILABLE')).toBe(true);
    expect(linesOf(reply)).toEqual([unavailable('Query.people')]);
  });

  it('denies the outcome of a change as well', async () => {
    const [person] = await house.agencies['labor-office'].sql<{ id: string }>(
      `SELECT person_id AS id FROM disclosure_basis WHERE keeper_id = $1 AND organization_id = $1 LIMIT 1`,
      [claimsOfLogin('head').office],
    );
    const input = { idempotencyKey: randomUUID(), person: person?.id, reason: 'Kartu identitas hilang' };
    const reply = await house.ask(
      `mutation ($input: RevealNikInput!) { revealNik(input: $input) { __typename ... on RevealedNik { revealedAt } } }`,
      { input },
      { ...HEAD, explains: true },
    );
    expect(reply).toMatchObject({ data: { revealNik: null } });
    expect(linesOf(reply)).toEqual([unavailable('RevealedNik.revealedAt')]);
  });
});

describe('the header', () => {
  it.each(['', 'ACCESS', 'everything', 'access, access'])('is refused when it says %p', async (value) => {
    const response = await fetch(`${house.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-explain': value },
      body: '{"query":"{ __typename }"}',
    });
    const { errors } = (await response.json()) as Reply;
    expect(response.status).toBe(400);
    expect(errors).toMatchObject([
      { message: 'x-explain must be access, or left out.', extensions: { code: 'BAD_REQUEST' } },
    ]);
  });

  it('opens no agency without the gateway’s word, and explains to the gateway alone', async () => {
    const agency = house.agencies['labor-office'];
    const body = JSON.stringify({ query: '{ people(first: 1) { nodes { name } } }' });
    const send = (headers: Record<string, string>) =>
      fetch(`${agency.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-explain': 'access', ...headers },
        body,
      });
    const refused = await send({});
    expect(refused.status).toBe(401);
    expect(await refused.text()).not.toContain('access');
    const as = { ...claimsOfLogin('caseworker'), purpose: 'PLACEMENT' as const };
    const told = (await (await send({ authorization: agency.authorize(body, { as }) })).json()) as Reply;
    expect(told.extensions?.['access']).toMatchObject([
      { coordinate: 'Person.name', outcome: 'ALLOWED', agency: 'labor-office', basis: 'OWN' },
    ]);
  });
});
