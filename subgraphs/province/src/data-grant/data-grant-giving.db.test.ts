import { randomUUID } from 'node:crypto';
import type { SimpulError } from '@simpul/kit/errors/errors';
import type { Identity } from '@simpul/kit/identity/identity';
import { type UnsignedGrant, signGrant } from '@simpul/kit/policy/bundle';
import { type SigningKey, makeSigningKey, publicJwk } from '@simpul/kit/keys/signing-key';
import { type OrganizationSlug, agreementId, clauseId, organizationId } from '@simpul/schema/contract/ids';
import { type Registry, type RegistryReply, account, openRegistry } from '@simpul/test/testkit/registry';
import { readAccessBundle } from '../access-bundle/access-bundle.service';

const GRANT = `mutation ($input: GrantDataAccessInput!) { grantDataAccess(input: $input) { __typename
  ... on DataGrant { id version inForce unsignedBy validTo }
  ... on Outcome { code message path } ... on CountersignatureNeeded { agreement { id } awaiting { id } grant { id unsignedBy inForce } }
  ... on AgreementNotInForce { status } ... on NotEligible { reasons } ... on Duplicate { existingId } ... on ReferenceUnknown { typeName } } }`;
const REVOKE = `mutation ($input: RevokeDataAccessInput!) { revokeDataAccess(input: $input) { __typename
  ... on DataGrant { id version inForce revokedAt revocationReason }
  ... on Outcome { code path } ... on IllegalMove { from } ... on VersionConflict { currentVersion } } }`;

const OFFICE = account('disnakertrans-kota-serang');
const BBPVP = account('bbpvp-serang', ['STEWARD']);
const CENTRE = organizationId('bbpvp-serang');
const keys = new Map<OrganizationSlug, SigningKey>();

let registry: Registry;
beforeAll(async () => {
  registry = await openRegistry(1);
  for (const slug of ['disnakertrans-kota-serang', 'bbpvp-serang'] as const) {
    const key = makeSigningKey();
    keys.set(slug, key);
    await registry.sql(
      `INSERT INTO organization_key (kid, organization_id, jwk, valid_from, demo) VALUES ($1, $2, $3, '2026-01-01', true)`,
      [key.kid, organizationId(slug), publicJwk(key)],
    );
  }
});
afterAll(() => registry.close());

let differing = 0;

/** Each one differs from all others in its last day. */
function grant(): Record<string, unknown> & { grant: string } {
  differing += 1;
  return {
    ...{ idempotencyKey: randomUUID(), grant: randomUUID() },
    ...{ agreement: agreementId('D1'), clause: clauseId('D1/data-sharing') },
    ...{ provider: organizationId('disnakertrans-kota-serang'), recipient: CENTRE },
    ...{ categories: ['IDENTITY', 'CONTACT'], purposes: ['TRAINING'], legalBasis: 'PUBLIC_TASK' },
    scope: { regions: ['36.73'], onlyUnderAgreement: true },
    ...{ validFrom: '2026-06-01', validTo: `2027-01-${String(differing).padStart(2, '0')}` },
  };
}

function matterOf(input: Record<string, unknown>): UnsignedGrant {
  return {
    ...{ id: String(input['grant']), version: 1, agreement: agreementId('D1'), clause: '4' },
    ...{ provider: String(input['provider']), recipient: String(input['recipient']) },
    ...{ categories: ['CONTACT', 'IDENTITY'], purposes: ['TRAINING'], regions: ['36.73'], fields: [] },
    ...{ onlyUnderAgreement: true, legalBasis: 'PUBLIC_TASK' },
    ...{ validFrom: String(input['validFrom']), validTo: String(input['validTo']) },
  };
}

async function signed(
  slug: OrganizationSlug,
  input: Record<string, unknown>,
  key: SigningKey | undefined = keys.get(slug),
): Promise<Record<string, unknown>> {
  const countersignature = key && (await signGrant(matterOf(input), key));
  return { ...input, idempotencyKey: randomUUID(), countersignature };
}

const ask = (caller: Identity, input: object): Promise<RegistryReply> =>
  registry.ask(caller, GRANT, { input });

async function give(caller: Identity, input: object): Promise<Record<string, unknown>> {
  const { data, errors } = await ask(caller, input);
  expect(errors).toBeUndefined();
  return data?.['grantDataAccess'] as Record<string, unknown>;
}

async function revoke(caller: Identity, grantId: string, version = 1): Promise<Record<string, unknown>> {
  const input = { idempotencyKey: randomUUID(), grant: grantId, version, reason: 'Selesai (uji).' };
  const { data, errors } = await registry.ask(caller, REVOKE, { input });
  expect(errors).toBeUndefined();
  return data?.['revokeDataAccess'] as Record<string, unknown>;
}

async function published(): Promise<{ version: number; ids: string[] }> {
  const { version, grants } = await readAccessBundle(registry.context(BBPVP), new Date());
  return { version, ids: grants.map(({ id }) => id) };
}

const codeOf = ({ errors }: RegistryReply) => (errors?.[0]?.originalError as SimpulError).code;

it('waits for the other side, and opens once both have signed', async () => {
  const input = grant();
  const before = await published();
  const first = await give(OFFICE, await signed('disnakertrans-kota-serang', input));
  expect(first).toMatchObject({
    ...{ code: 'COUNTERSIGNATURE_NEEDED', awaiting: [{ id: CENTRE }], agreement: { id: agreementId('D1') } },
    grant: { id: input.grant, unsignedBy: ['RECIPIENT'], inForce: false },
  });
  expect(await published()).toEqual(before);
  const second = await give(BBPVP, await signed('bbpvp-serang', input));
  expect(second).toMatchObject({
    __typename: 'DataGrant',
    id: input.grant,
    version: 1,
    inForce: true,
    unsignedBy: [],
  });
  const after = await published();
  expect(after).toEqual({ version: before.version + 1, ids: [...before.ids, input.grant].sort() });
  const events = await registry.sql(
    `SELECT aggregate_type, type FROM event WHERE aggregate_id LIKE $1 || '%' ORDER BY tx, aggregate_type`,
    [input.grant],
  );
  expect(events).toEqual([
    { aggregate_type: 'DataGrantConfirmation', type: 'DataGrantConfirmed' },
    { aggregate_type: 'DataGrant', type: 'DataAccessGranted' },
    { aggregate_type: 'DataGrantConfirmation', type: 'DataGrantConfirmed' },
  ]);
});

it('that both sides confirmed and one did not sign is recorded and opens nothing, until that side signs', async () => {
  const input = grant();
  await give(BBPVP, { ...input });
  const agreed = await give(OFFICE, await signed('disnakertrans-kota-serang', input));
  expect(agreed).toMatchObject({ __typename: 'DataGrant', inForce: false, unsignedBy: ['RECIPIENT'] });
  expect((await published()).ids).not.toContain(input.grant);
  const late = await give(BBPVP, await signed('bbpvp-serang', input));
  expect(late).toMatchObject({ __typename: 'DataGrant', inForce: true, unsignedBy: [] });
  expect((await published()).ids).toContain(input.grant);
  expect(await give(BBPVP, await signed('bbpvp-serang', input))).toMatchObject({
    ...{ code: 'DUPLICATE', existingId: input.grant },
  });
});

it('is found again by its content, without an id', async () => {
  const { grant: _, ...input } = grant();
  const waiting = await give(OFFICE, input);
  const agreed = await give(BBPVP, {
    ...input,
    idempotencyKey: randomUUID(),
    categories: ['CONTACT', 'IDENTITY'],
  });
  expect(agreed).toMatchObject({
    id: (waiting['grant'] as { id: string }).id,
    unsignedBy: ['PROVIDER', 'RECIPIENT'],
  });
});

it('is not given by one account for both sides', async () => {
  const input = grant();
  await give({ ...OFFICE, subject: 'one-and-the-same' }, await signed('disnakertrans-kota-serang', input));
  const other = await give({ ...BBPVP, subject: 'one-and-the-same' }, await signed('bbpvp-serang', input));
  expect(other).toMatchObject({ code: 'NOT_ELIGIBLE', reasons: [expect.stringContaining('Four eyes')] });
  expect((await published()).ids).not.toContain(input.grant);
});

it('is not signed by a key that is unknown, another side’s, or no longer valid, nor with other content', async () => {
  const input = grant();
  const office = keys.get('disnakertrans-kota-serang');
  const old = makeSigningKey();
  await registry.sql(
    `INSERT INTO organization_key (kid, organization_id, jwk, valid_from, valid_to, demo) VALUES ($1, $2, $3, '2026-01-01', '2026-06-14', true)`,
    [old.kid, CENTRE, publicJwk(old)],
  );
  for (const key of [makeSigningKey(), office, old]) {
    const refused = await give(BBPVP, await signed('bbpvp-serang', input, key));
    expect(refused).toMatchObject({ code: 'NOT_ELIGIBLE', path: ['input', 'countersignature'] });
    expect(refused['reasons']).toEqual(['The signature over the grant is refused: KEY_UNKNOWN.']);
  }
  const { countersignature } = await signed('bbpvp-serang', { ...input, validTo: '2099-12-31' });
  expect(await give(BBPVP, { ...input, countersignature })).toMatchObject({
    reasons: ['The signature over the grant is refused: SIGNATURE_WRONG.'],
  });
  expect(await registry.sql(`SELECT id FROM data_grant WHERE id = $1`, [input.grant])).toEqual([]);
});

it('keeps its id: the other side may not sign the same under another', async () => {
  const input = grant();
  await give(OFFICE, await signed('disnakertrans-kota-serang', input));
  const other = { ...input, grant: randomUUID() };
  expect(await give(BBPVP, await signed('bbpvp-serang', other))).toMatchObject({
    ...{ code: 'DUPLICATE', path: ['input', 'grant'], existingId: input.grant },
  });
});

it('is of its two sides only, and of those who bind them', async () => {
  const callers = [
    ...[
      account('pemkot-serang'),
      account('pemprov-banten', ['STEWARD']),
      account('bbpvp-serang', ['ADMISSIONS']),
    ],
    ...[{ ...BBPVP, organization: null }],
  ];
  for (const caller of callers) expect(codeOf(await ask(caller, grant()))).toBe('FORBIDDEN');
});

it('needs an agreement in force, its own clause, known sides, and days within its agreement', async () => {
  expect(
    await give(BBPVP, { ...grant(), agreement: agreementId('A2'), clause: clauseId('D1/data-sharing') }),
  ).toMatchObject({
    ...{ code: 'REFERENCE_UNKNOWN', typeName: 'Clause' },
  });
  expect(await give(BBPVP, { ...grant(), provider: randomUUID() })).toMatchObject({
    typeName: 'Organization',
  });
  const outside = { ...grant(), clause: clauseId('D1/term'), provider: organizationId('apindo') };
  const refused = await give(BBPVP, { ...outside, validFrom: '2025-12-31', validTo: '2028-01-01' });
  expect(refused).toMatchObject({ code: 'NOT_ELIGIBLE' });
  expect(refused['reasons']).toHaveLength(4);
});

it.each(['CLAIMED', 'PLANNED', 'SIGNED', 'SUSPENDED', 'EXPIRED', 'TERMINATED'])(
  'is not given under an agreement that is %s',
  async (status) => {
    await registry.sql(
      `UPDATE agreement SET status = $2, signed_on = NULL, effective_from = NULL WHERE id = $1`,
      [...[agreementId('D4'), status]],
    );
    const under = { agreement: agreementId('D4'), clause: clauseId('D4/data-sharing') };
    const input = { ...grant(), ...under, provider: organizationId('disnaker-banten') };
    expect(await give(BBPVP, input)).toMatchObject({ code: 'AGREEMENT_NOT_IN_FORCE', status });
  },
);

it('names every bad field at once', async () => {
  const reply = await ask(BBPVP, {
    ...grant(),
    ...{ grant: null, provider: CENTRE, categories: ['SPECIFIC'], purposes: [], validTo: '2026-06-14' },
    ...{ scope: { regions: ['99.99'] }, countersignature: 'x' },
  });
  expect(codeOf(reply)).toBe('BAD_USER_INPUT');
  const { problems } = reply.errors?.[0]?.originalError as SimpulError;
  expect(problems.map(({ path }) => path.slice(1).join('.')).sort()).toEqual([
    ...['countersignature', 'grant', 'purposes', 'recipient', 'scope.fields', 'scope.regions', 'validTo'],
  ]);
});

it('both sides at once make one grant, and a repeated call makes it once', async () => {
  const input = grant();
  const calls = [await signed('disnakertrans-kota-serang', input), await signed('bbpvp-serang', input)];
  const replies = await Promise.all(
    calls.flatMap((call, side) => Array.from({ length: 4 }, () => give(side === 0 ? OFFICE : BBPVP, call))),
  );
  expect(replies.filter(({ __typename }) => __typename === 'DataGrant')).toHaveLength(4);
  expect((await published()).ids.filter((id) => id === input.grant)).toHaveLength(1);
});

it('is revoked by either side alone, once, with a reason', async () => {
  for (const caller of [OFFICE, BBPVP]) {
    const input = grant();
    await give(OFFICE, await signed('disnakertrans-kota-serang', input));
    await give(BBPVP, await signed('bbpvp-serang', input));
    expect(await revoke(caller, input.grant, 2)).toMatchObject({
      code: 'VERSION_CONFLICT',
      currentVersion: 1,
    });
    const stranger = await registry.ask(account('apindo'), REVOKE, {
      input: { idempotencyKey: randomUUID(), grant: input.grant, version: 1, reason: 'Uji.' },
    });
    expect(codeOf(stranger)).toBe('FORBIDDEN');
    const before = await published();
    expect(await revoke(caller, input.grant)).toMatchObject({
      ...{ __typename: 'DataGrant', version: 2, inForce: false, revocationReason: 'Selesai (uji).' },
      revokedAt: '2026-06-15T12:00:00.000+07:00',
    });
    const after = await published();
    expect(after).toEqual({
      version: before.version + 1,
      ids: before.ids.filter((id) => id !== input.grant),
    });
    expect(await revoke(caller, input.grant, 2)).toMatchObject({ code: 'ILLEGAL_MOVE', from: 'REVOKED' });
  }
  expect(await revoke(OFFICE, randomUUID())).toMatchObject({ code: 'REFERENCE_UNKNOWN' });
});
