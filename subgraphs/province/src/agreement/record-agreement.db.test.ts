import { randomUUID } from 'node:crypto';
import type { SimpulError } from '@simpul/kit/errors/errors';
import type { Identity } from '@simpul/kit/identity/identity';
import { organizationId } from '@simpul/schema/contract/ids';
import { type Registry, type RegistryReply, account, openRegistry } from '@simpul/test/testkit/registry';

const RECORD = `mutation ($input: RecordAgreementInput!) { recordAgreement(input: $input) { __typename
  ... on Agreement { id version status title documentNumber signedOn effectiveFrom expiresOn place demo
    parties { role organization { id } } clauses { number title text } sources { name }
    history { from to role by { id } } grants { id } }
  ... on Outcome { code path } ... on Duplicate { existingId } ... on ReferenceUnknown { typeName } } }`;

const SERANG = account('pemkot-serang');
const REGISTRAR = account('pemprov-banten', ['STEWARD']);

let registry: Registry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

const planned = () => ({
  idempotencyKey: randomUUID(),
  title: `Nota kesepakatan (uji) ${randomUUID()}`,
  form: 'NOTA_KESEPAKATAN',
  status: 'PLANNED',
  plannedSigningOn: '2026-07-01',
  parties: [
    { organization: organizationId('pemkot-serang'), role: 'PARTY' },
    { organization: organizationId('bbpvp-serang'), role: 'PARTY' },
    { organization: organizationId('apindo'), role: 'TO_BE_INVOLVED' },
  ],
  clauses: [{ number: '4', kind: 'DATA_SHARING', title: 'Pertukaran data', text: 'Bunyi pasal (uji).' }],
  sources: [{ name: 'uji', kind: 'PRESS', url: 'https://example.org/berita' }],
});

const ask = (caller: Identity, input: object): Promise<RegistryReply> =>
  registry.ask(caller, RECORD, { input });

async function record(caller: Identity, input: object): Promise<Record<string, unknown>> {
  const { data, errors } = await ask(caller, input);
  expect(errors).toBeUndefined();
  return data?.['recordAgreement'] as Record<string, unknown>;
}

it('records what is told and leaves the rest unknown', async () => {
  const input = planned();
  const recorded = await record(SERANG, input);
  expect(recorded).toMatchObject({
    ...{ __typename: 'Agreement', version: 1, status: 'PLANNED', title: input.title, demo: false },
    ...{ documentNumber: null, signedOn: null, effectiveFrom: null, expiresOn: null, place: null },
    ...{ grants: [], sources: [{ name: 'uji' }] },
    clauses: [{ number: '4', title: 'Pertukaran data', text: null }],
    history: [{ from: null, to: 'PLANNED', role: 'HEAD', by: { id: organizationId('pemkot-serang') } }],
  });
  expect(recorded['parties']).toHaveLength(3);
  const events = await registry.sql(
    `SELECT type, payload->>'status' AS status FROM event WHERE aggregate_id = $1`,
    [recorded['id']],
  );
  expect(events).toEqual([{ type: 'AgreementRecorded', status: 'PLANNED' }]);
});

it('is for organisations in it and for the steward of the province', async () => {
  expect(await record(REGISTRAR, planned())).toMatchObject({ __typename: 'Agreement' });
  const callers = [
    ...[account('pemkot-serang', ['CASEWORKER']), account('apindo'), account('kemnaker', ['STEWARD'])],
    ...[account('pemprov-banten', ['HEAD']), account('pemprov-banten', ['ANALYST'])],
  ];
  for (const caller of callers) {
    const { errors } = await ask(caller, planned());
    expect((errors?.[0]?.originalError as SimpulError).code).toBe('FORBIDDEN');
  }
});

it('makes one agreement of a repeated call, and refuses the key for another', async () => {
  const input = planned();
  const replies = await Promise.all(Array.from({ length: 8 }, () => record(SERANG, input)));
  expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
  expect(await record(SERANG, { ...input, title: 'Lain' })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
});

it('knows an agreement again by its number, or by all that was told of it, also when two record it at once', async () => {
  const input = planned();
  const twice = await Promise.all([
    record(SERANG, { ...input, idempotencyKey: randomUUID() }),
    record(REGISTRAR, { ...input, title: input.title.toUpperCase(), parties: [...input.parties].reverse() }),
  ]);
  const made = twice.find(({ __typename }) => __typename === 'Agreement');
  expect(twice.find(({ code }) => code === 'DUPLICATE')).toMatchObject({ existingId: made?.['id'] });
  const numbered = await record(SERANG, { ...planned(), documentNumber: 'UJI/1/2026' });
  expect(await record(SERANG, { ...planned(), documentNumber: 'uji/1/2026 ' })).toMatchObject({
    ...{ code: 'DUPLICATE', path: ['input', 'documentNumber'], existingId: numbered['id'] },
  });
});

it.each([
  [
    'parties',
    { parties: [...planned().parties, { organization: randomUUID(), role: 'PARTY' }] },
    'Organization',
  ],
  ['followsUp', { followsUp: randomUUID() }, 'Agreement'],
])('names what it does not know in %s', async (_, change, typeName) => {
  expect(await record(SERANG, { ...planned(), ...change })).toMatchObject({
    code: 'REFERENCE_UNKNOWN',
    typeName,
  });
});

it('names every bad field at once, a status that nobody can begin with among them', async () => {
  const { errors } = await ask(SERANG, {
    ...planned(),
    ...{ idempotencyKey: '', title: ' ', status: 'IN_FORCE', sources: [], followsUp: 'x' },
    parties: [planned().parties[0], planned().parties[0]],
    clauses: [{ kind: 'TERM', title: '' }],
  });
  const { code, problems } = errors?.[0]?.originalError as SimpulError;
  expect(code).toBe('BAD_USER_INPUT');
  expect(problems.map(({ path }) => path.slice(1).join('.')).sort()).toEqual([
    ...['clauses.0.title', 'followsUp', 'idempotencyKey', 'parties', 'sources', 'status', 'title'],
  ]);
});
