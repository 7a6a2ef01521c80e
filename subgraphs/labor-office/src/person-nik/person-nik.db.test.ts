import { randomUUID } from 'node:crypto';
import { type Identity, anonymous } from '@simpul/kit/identity/identity';
import { organizationId } from '@simpul/schema/contract/ids';
import { storyBlock } from '@simpul/schema/demo/story';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import type { As } from '@simpul/test/testkit/gateway-key';
import { TESTERS } from '@simpul/test/testkit/open-grants';
import { laborOffice } from '../agency';
import { nikOf } from '../seed/demo-nik';

const OFFICE = organizationId('disnakertrans-kota-serang');
const OTHER_OFFICE = organizationId('disnaker-kota-cilegon');
const people = storyBlock(0).people.filter(({ officeId }) => officeId === OFFICE);
const STRANGER = storyBlock(0).people.find(({ officeId }) => officeId === OTHER_OFFICE)?.id ?? '';

const caseworker: Identity = {
  ...anonymous,
  subject: 'caseworker',
  organization: OFFICE,
  office: OFFICE,
  roles: ['CASEWORKER'],
};
const head: Identity = { ...caseworker, subject: 'head', roles: ['HEAD'] };

const VERIFY = `mutation ($input: VerifyNikInput!) { verifyNik(input: $input) { __typename
  ... on NikVerification { matched verifiedAt } ... on Outcome { code path } ... on TooManyAttempts { retryAt } } }`;
const REVEAL = `mutation ($input: RevealNikInput!) { revealNik(input: $input) { __typename
  ... on RevealedNik { nik revealedAt } ... on Outcome { code path } } }`;

const opened: TestAgency[] = [];
let ofHead: TestAgency;

/** An agency of its own, whose every question is this caller's. */
async function openAs(identity: Identity, purpose: As['purpose'] = 'PLACEMENT'): Promise<TestAgency> {
  const agency = await openTestAgency(laborOffice, 1);
  opened.push(agency);
  return { ...agency, ask: (query, variables) => agency.ask(query, variables, { ...identity, purpose }) };
}

beforeAll(async () => {
  ofHead = await openAs(head);
});

// All but the first: each has connections of its own.
afterEach(() => Promise.all(opened.splice(1).map((agency) => agency.close())));
afterAll(() => ofHead.close());

/** Nobody else of the block compares these two. */
function someone(index: number): { id: string; nik: string } {
  const person = people[index];
  if (!person) throw new Error('The block is too small.');
  return { id: person.id, nik: nikOf(person) };
}

async function verify(
  agency: TestAgency,
  person: string,
  nik: string,
  idempotencyKey: string = randomUUID(),
) {
  const { data, errors } = await agency.ask(VERIFY, { input: { idempotencyKey, person, nik } });
  if (errors) throw new Error(errors[0]?.extensions.code);
  return data?.['verifyNik'] as Record<string, unknown>;
}

/** What is on record of accesses to a person's number, in no order of time. */
async function recordsOf(agency: TestAgency, person: string): Promise<string[]> {
  const rows = await agency.sql<{ action: string; type: string; fields: string[] }>(
    `SELECT action, type, fields FROM audit_record WHERE people @> ARRAY[$1]::uuid[] AND type LIKE '%Nik%'`,
    [person],
  );
  return rows.map(({ action, type, fields }) => `${action} ${type}.${fields.join('+')}`).sort();
}

describe('nikMasked', () => {
  it('tells the last four digits, of a whole page by one select', async () => {
    const { data, errors } = await ofHead.ask('{ people(first: 100) { nodes { id nikMasked } } }');
    expect(errors).toBeUndefined();
    const { nodes } = data?.['people'] as { nodes: { id: string; nikMasked: string }[] };
    const known = new Map(storyBlock(0).people.map((person) => [person.id, nikOf(person).slice(-4)]));
    expect(nodes).toHaveLength(100);
    expect(nodes.filter(({ id, nikMasked }) => known.get(id) !== nikMasked)).toEqual([]);
  });
});

describe('verifyNik', () => {
  it('says whether the number is the person’s, and leaves an event without it', async () => {
    const [{ id, nik }, other] = [someone(0), someone(1)];
    expect(await verify(ofHead, id, nik)).toMatchObject({ __typename: 'NikVerification', matched: true });
    expect(await verify(ofHead, id, other.nik)).toMatchObject({ matched: false });
    const events = await ofHead.sql<{ type: string; payload: object }>(
      `SELECT type, payload FROM event WHERE aggregate_type = 'NikCheck' AND payload->>'person' = $1
       ORDER BY payload->>'matched'`,
      [id],
    );
    expect(events).toEqual([
      { type: 'NikChecked', payload: { person: id, matched: false, office: OFFICE } },
      { type: 'NikChecked', payload: { person: id, matched: true, office: OFFICE } },
    ]);
    expect(await recordsOf(ofHead, id)).toEqual(Array(2).fill('CHANGE NikCheck.NikChecked'));
  });

  it('knows nobody whose number the caller could not be told: of another office, by a grant, or masked', async () => {
    const [{ id, nik }, elsewhere] = [someone(6), storyBlock(0).people.find((one) => one.id === STRANGER)];
    const inspector = await openAs(head, 'AUDIT');
    expect(await verify(inspector, id, nik)).toMatchObject({ code: 'REFERENCE_UNKNOWN' });
    const tester = await openAs({ ...caseworker, organization: TESTERS, office: OFFICE });
    const known = await tester.ask(`{ person(id: "${STRANGER}") { nikMasked } }`);
    expect(known.data).toMatchObject({ person: { nikMasked: expect.any(String) as unknown } });
    const asked = await verify(tester, STRANGER, nikOf(elsewhere ?? fail()));
    expect(asked).toMatchObject({ code: 'REFERENCE_UNKNOWN' });
    expect(await verify(tester, randomUUID(), nik)).toEqual(asked);
  });

  it('answers a replay alike and counts it once; another number under the key is a conflict', async () => {
    const [{ id, nik }, key] = [someone(2), randomUUID()];
    const first = await verify(ofHead, id, nik, key);
    expect(await verify(ofHead, id, nik, key)).toEqual(first);
    expect(await verify(ofHead, id, someone(3).nik, key)).toMatchObject({
      __typename: 'IdempotencyConflict',
      path: ['input', 'idempotencyKey'],
    });
    const rows = await ofHead.sql('SELECT 1 FROM identity.nik_check WHERE person_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  it('keeps nothing under the key from which the number could be guessed', async () => {
    const [{ id, nik }, key] = [someone(4), randomUUID()];
    await verify(ofHead, id, nik, key);
    const [row] = await ofHead.sql<{ input_hash: string }>(
      'SELECT input_hash FROM idempotency WHERE key = $1',
      [key],
    );
    const { createHash } = await import('node:crypto');
    const guesses = [nik, '[NIK]'].map((guess) =>
      createHash('sha256')
        .update(JSON.stringify({ idempotencyKey: key, nik: guess, person: id }))
        .digest('hex'),
    );
    expect(row?.input_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(guesses).not.toContain(row?.input_hash);
  });

  it.each([
    ['15 digits', '367309230698000'],
    ['spaces', '3673 0923 0698 0001'],
    ['a number', 3_673_092_306_980_001],
  ])('mends nothing: %s', async (_, nik) => {
    const input = { idempotencyKey: randomUUID(), person: someone(0).id, nik };
    const { errors } = await ofHead.ask(VERIFY, { input });
    expect(errors?.[0]).toMatchObject({
      message:
        'Variable "$input" got an invalid value at "input.nik". A NIK is a string of 16 digits and nothing else.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('refuses a number in the document', async () => {
    const { errors } = await ofHead.ask(
      `mutation { verifyNik(input: { idempotencyKey: "k", person: "p", nik: "${someone(0).nik}" }) { __typename } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(errors)).not.toContain(someone(0).nik);
  });

  it('takes no number as an idempotency key', async () => {
    const { id, nik } = someone(0);
    await expect(verify(ofHead, id, nik, nik)).rejects.toThrow('BAD_USER_INPUT');
  });

  it('stops after five comparisons of a person, at once or one by one, until the hour has passed', async () => {
    const agency = await openAs(caseworker);
    const [{ id, nik }, other] = [someone(5), someone(6)];
    const attempts = await Promise.all(Array.from({ length: 12 }, () => verify(agency, id, other.nik)));
    const refused = attempts.filter(({ __typename }) => __typename === 'TooManyAttempts');
    expect(refused).toHaveLength(7);
    const ahead = Date.parse(String(refused[0]?.['retryAt'])) - Date.now();
    expect(ahead).toBeGreaterThan(3_500_000);
    expect(ahead).toBeLessThan(3_601_000);
    expect(await verify(agency, id, nik)).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect(await verify(agency, other.id, other.nik)).toMatchObject({ matched: true });
    await agency.sql(`UPDATE identity.nik_check SET counted_at = counted_at - interval '61 minutes'`);
    expect(await verify(agency, id, nik)).toMatchObject({ matched: true });
    const events = await agency.sql(`SELECT 1 FROM event WHERE type = 'NikCheckRefused'`);
    expect(events).toHaveLength(8);
  });

  it('stops after twenty comparisons by a caller, those with nobody included', async () => {
    const agency = await openAs(caseworker);
    for (let index = 0; index < 10; index += 1) await verify(agency, someone(index).id, someone(20).nik);
    for (let index = 0; index < 10; index += 1)
      expect(await verify(agency, randomUUID(), someone(20).nik)).toMatchObject({
        code: 'REFERENCE_UNKNOWN',
        path: ['input', 'person'],
      });
    expect(await verify(agency, someone(15).id, someone(15).nik)).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
    });
  });
});

describe('revealNik', () => {
  const reason = 'Surat keterangan untuk BPJS ketenagakerjaan';
  const reveal = async (agency: TestAgency, person: string, more: object = {}) => {
    const input = { idempotencyKey: randomUUID(), person, reason, ...more };
    return agency.ask(REVEAL, { input });
  };

  it('tells the head of the person’s own office, after the reason and an event are kept', async () => {
    const { id, nik } = someone(7);
    const idempotencyKey = randomUUID();
    const { data } = await reveal(ofHead, id, { idempotencyKey });
    expect(data?.['revealNik']).toMatchObject({ __typename: 'RevealedNik', nik });
    const kept = await ofHead.sql(
      'SELECT caller, office_id, purpose, reason FROM identity.nik_reveal WHERE person_id = $1',
      [id],
    );
    expect(kept).toEqual([{ caller: 'head', office_id: OFFICE, purpose: 'PLACEMENT', reason }]);
    expect((await reveal(ofHead, id, { idempotencyKey })).data).toEqual(data);
    const events = await ofHead.sql(`SELECT type FROM event WHERE payload->>'reveal' IS NOT NULL
      AND payload->>'person' = '${id}'`);
    expect(events).toEqual([{ type: 'NikRevealed' }, { type: 'NikRevealed' }]);
    const [changed, told] = ['CHANGE NikDisclosure.NikRevealed', 'READ RevealedNik.nik+revealedAt'];
    expect(await recordsOf(ofHead, id)).toEqual([changed, changed, told, told]);
    const stored = await ofHead.sql<{ outcome: object }>('SELECT outcome FROM idempotency WHERE key = $1', [
      idempotencyKey,
    ]);
    expect(JSON.stringify(stored)).not.toContain(nik);
  });

  it('is not told when the event cannot be written', async () => {
    const agency = await openAs(head);
    await agency.sql('REVOKE INSERT ON event FROM labor_office_app');
    const { data, errors } = await reveal(agency, someone(8).id);
    await agency.sql('GRANT INSERT ON event TO labor_office_app');
    expect(data).toEqual({ revealNik: null });
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  });

  it('knows no person of another office, as it knows nobody who is not there', async () => {
    const answers = await Promise.all([STRANGER, randomUUID()].map((id) => reveal(ofHead, id)));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.data?.['revealNik']).toMatchObject({ code: 'REFERENCE_UNKNOWN' });
  });

  it('wants a reason, and none with a number in it', async () => {
    for (const given of ['', 'perlu', `Untuk ${someone(9).nik} sendiri`]) {
      const { errors } = await reveal(ofHead, someone(9).id, { reason: given });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: [{ path: ['input', 'reason'] }],
      });
    }
  });
});

it.each<[string, Identity, string]>([
  ['a developer', { ...head, roles: ['DEVELOPER'] }, 'FORBIDDEN FORBIDDEN_FIELD'],
  ['somebody without a credential', anonymous, 'UNAUTHENTICATED FORBIDDEN_FIELD'],
  ['a caseworker without an office', { ...caseworker, office: null }, 'FORBIDDEN FORBIDDEN'],
  ['a head without an office', { ...head, office: null }, 'FORBIDDEN FORBIDDEN'],
  ['an officer of admissions', { ...caseworker, roles: ['ADMISSIONS'] }, 'FORBIDDEN FORBIDDEN'],
  ['a citizen', { ...head, roles: ['CITIZEN'], person: someone(10).id }, 'FORBIDDEN FORBIDDEN_FIELD'],
  ['a caseworker', caseworker, 'allowed FORBIDDEN'],
  ['a head', head, 'allowed allowed'],
])('lets %s verify and reveal what is theirs', async (_, identity, verdicts) => {
  const agency = await openAs(identity);
  expect(await verdictsOf(agency)).toBe(verdicts);
});

it('tells nothing to whoever does not say what for', async () => {
  const agency = await openAs(head, null);
  expect(await verdictsOf(agency)).toBe('PURPOSE_REQUIRED PURPOSE_REQUIRED');
  for (const table of ['nik_check', 'nik_reveal'])
    expect(await agency.sql(`SELECT 1 FROM identity.${table}`)).toEqual([]);
});

/** What becomes of a comparison, and of the wish to be told. */
async function verdictsOf(agency: TestAgency): Promise<string> {
  const { id, nik } = someone(10);
  const given = { idempotencyKey: randomUUID(), person: id };
  const answers = [
    await agency.ask(VERIFY, { input: { ...given, nik } }),
    await agency.ask(REVEAL, { input: { ...given, reason: 'Kartu identitas hilang' } }),
  ];
  return answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'allowed').join(' ');
}
