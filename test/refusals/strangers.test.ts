import { randomUUID } from 'node:crypto';
import { organizationId } from '@simpul/schema/contract/ids';
import { TODAY } from '../testkit/agency';
import { type Asker, claimsOfLogin } from '../testkit/askers';
import { keep } from '../testkit/basis';
import { type AgencyName, type House, openHouse } from '../testkit/house';
import { PEOPLE, bytesOf, strangersAt } from '../testkit/strangers';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

const OFFICE: Asker = { login: 'caseworker', purpose: 'PLACEMENT' };
const OTHER_OFFICE: Asker = { login: 'caseworker-cilegon', purpose: 'PLACEMENT' };
const OTHER_HEAD: Asker = { login: 'head-cilegon', purpose: 'PLACEMENT' };
const TRAINERS: Asker = { login: 'admissions', purpose: 'TRAINING' };
const ASSOCIATION: Asker = { login: 'apindo', purpose: 'PLACEMENT' };
const RECRUITER: Asker = { login: 'recruiter', purpose: 'PLACEMENT' };
const CITIZEN: Asker = { login: 'citizen', purpose: 'SUBJECT_ACCESS' };
const ANALYST: Asker = { login: 'analyst', purpose: 'STATISTICS' };
const AUDITOR: Asker = { login: 'auditor', purpose: 'AUDIT' };
const EVERYBODY = [OFFICE, OTHER_OFFICE, TRAINERS, ASSOCIATION, RECRUITER, CITIZEN, ANALYST, AUDITOR];

const PERSON = `id name birthDate education nikMasked contact { phone } domicile { region { code } } stage { stage }
  registration { id } registrations { id } consents { id } nominations { id } overseasCases { id } duplicateCandidates { id }
  enrolments { id stage } certificates { id } placements { id } currentPlacement { id }`;

describe.each(EVERYBODY)('a stranger to $login', (as) => {
  it('is nobody, whatever is asked of the person', async () => {
    const query = `query ($id: ID!) { person(id: $id) { ${PERSON} } }`;
    const strangers = await strangersAt(house, 'labor-office', { rows: PEOPLE, as });
    expect(strangers).toHaveLength(5);
    const missing = await bytesOf(house, { query, id: randomUUID(), as: as });
    expect(missing).toMatch(/^200 .*"person":null/);
    for (const id of strangers) expect(await bytesOf(house, { query, id: id, as: as })).toBe(missing);
  });

  it('is nobody whom an organisation could read about', async () => {
    const asked = `$id, asOrganization: "${organizationId('bbpvp-serang')}", purpose: TRAINING`;
    const query = `query ($id: ID!) { accessTo(person: ${asked}) { day person { id } openings { fields } } }`;
    const missing = await bytesOf(house, { query, id: randomUUID(), as });
    expect(missing).toMatch(/^200 .*"accessTo":null/);
    for (const id of await strangersAt(house, 'labor-office', { rows: PEOPLE, as }))
      expect(await bytesOf(house, { query, id, as })).toBe(missing);
  });

  it.each<[AgencyName, string, string, string]>([
    ['labor-office', 'Person', PEOPLE, 'name registrations { id } duplicateCandidates { id }'],
    [
      'labor-office',
      'Registration',
      'SELECT id, person_id AS person FROM registration',
      'status person { id }',
    ],
    ['labor-office', 'Nomination', 'SELECT id, person_id AS person FROM nomination', 'status person { id }'],
    [
      'labor-office',
      'OverseasCase',
      'SELECT id, person_id AS person FROM overseas_case',
      'stage person { id }',
    ],
    [
      'labor-office',
      'FinancingCase',
      'SELECT id, person_id AS person FROM financing_case',
      'status person { id }',
    ],
    [
      'training-center',
      'Person',
      'SELECT person_id AS id, person_id AS person FROM enrolment',
      'enrolments { id } certificates { id }',
    ],
    ['training-center', 'Enrolment', 'SELECT id, person_id AS person FROM enrolment', 'stage person { id }'],
    [
      'training-center',
      'Certificate',
      'SELECT id, person_id AS person FROM certificate',
      'scheme holder { id }',
    ],
    [
      'province',
      'Internship',
      'SELECT id, coalesce(student_id, id) AS person FROM internship',
      'status student { id }',
    ],
    [
      'employers',
      'Person',
      'SELECT person_id AS id, person_id AS person FROM placement',
      'placements { id } currentPlacement { id }',
    ],
    ['employers', 'Placement', 'SELECT id, person_id AS person FROM placement', 'scheme person { id }'],
  ])('is as empty as nobody where the gateway asks %s for a %s', async (agency, type, rows, fields) => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { id ${fields} } } }`;
    const told = async (id: string): Promise<string> => {
      const caller = { ...claimsOfLogin(as.login), purpose: as.purpose };
      const reply = await house.agencies[agency].ask(query, { r: [{ __typename: type, id }] }, caller);
      return JSON.stringify(reply).replaceAll(id, 'ID');
    };
    const missing = await told(randomUUID());
    expect(missing).toContain('"_entities":[');
    for (const id of await strangersAt(house, agency, { rows, as })) expect(await told(id)).toBe(missing);
  });
});

it('tells a head who compares or asks for the number of a stranger that there is nobody', async () => {
  const [stranger = ''] = await strangersAt(house, 'labor-office', { rows: PEOPLE, as: OTHER_HEAD });
  const given = (extra: string) => `input: { idempotencyKey: $key, person: $id, ${extra} }`;
  const verify = `mutation ($id: ID!, $key: ID!, $nik: NIK!) { done: verifyNik(${given('nik: $nik')}) {
    __typename ... on Outcome { code message } } }`;
  const reveal = `mutation ($id: ID!, $key: ID!) { done: revealNik(${given('reason: "Kartu identitas hilang"')}) {
    __typename ... on Outcome { code message } } }`;
  for (const query of [verify, reveal]) {
    const answers = [];
    for (const id of [stranger, randomUUID()])
      answers.push(
        await bytesOf(
          house,
          { query, id, as: OTHER_HEAD },
          {
            key: randomUUID(),
            ...(query === verify ? { nik: NUMBER } : {}),
          },
        ),
      );
    expect(answers[0]).toContain('REFERENCE_UNKNOWN');
    expect(answers[0]).toBe(answers[1]);
  }
});

/** The form of a number, of nobody. */
const NUMBER = '3673014101900001';

it('shows of a graduate whom no office opens what it shows of one whom none knows', async () => {
  const as = TRAINERS;
  const [stranger] = await strangersAt(house, 'labor-office', { rows: PEOPLE, as });
  const shown: unknown[] = [];
  for (const person of [stranger ?? '', randomUUID()]) {
    const [certificate] = await house.agencies['training-center'].sql<{ id: string }>(
      `INSERT INTO certificate (person_id, id, number, scheme, units, issued_on, demo)
       VALUES ($1::uuid, gen_random_uuid(), $1::text, $1::text, '{}', $2, true) RETURNING id`,
      [person, TODAY],
    );
    await keep(house.agencies['training-center'], 'training-center', person);
    const { data, errors } = await house.ask(
      `{ certificates(first: 1, filter: { issuedFrom: "${TODAY}" }) { nodes { id holder { ${PERSON} } } } }`,
      {},
      as,
    );
    shown.push(
      JSON.parse(
        JSON.stringify({ data, errors })
          .replaceAll(person, 'ID')
          .replaceAll(certificate?.id ?? '', 'ITSELF'),
      ),
    );
    await house.agencies['training-center'].sql('DELETE FROM certificate WHERE id = $1', [certificate?.id]);
  }
  expect(shown[0]).toMatchObject({
    data: { certificates: { nodes: [{ id: 'ITSELF', holder: { id: 'ID', name: null } }] } },
  });
  expect(shown[0]).toEqual(shown[1]);
});
