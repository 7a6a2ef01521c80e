import { randomUUID } from 'node:crypto';
import { SimpulError } from '@simpul/kit/errors/errors';
import type { Identity } from '@simpul/kit/identity/identity';
import { organizationId } from '@simpul/schema/contract/ids';
import { type Registry, account, openRegistry } from '@simpul/test/testkit/registry';
import type { AgreementStatus } from './agreement.type';

const OUTCOME = `__typename
  ... on Agreement { id version status effectiveFrom expiresOn signedOn history { from to role reason by { id } } }
  ... on Outcome { code message path nextStep }
  ... on CountersignatureNeeded { agreement { id status version } awaiting { id } }
  ... on IllegalMove { from allowed } ... on NotEligible { reasons }
  ... on VersionConflict { currentVersion changedFields } ... on ReferenceUnknown { typeName }`;

const INPUTS = {
  signAgreement: 'SignAgreementInput',
  bringAgreementIntoForce: 'BringAgreementIntoForceInput',
  suspendAgreement: 'AgreementMoveInput',
  resumeAgreement: 'AgreementMoveInput',
  terminateAgreement: 'AgreementMoveInput',
} as const;
type Field = keyof typeof INPUTS;

const SERANG = account('pemkot-serang');
const BBPVP = account('bbpvp-serang', ['STEWARD']);
const OFFICE = account('disnakertrans-kota-serang');
const STRANGER = account('apindo');
const REGISTRAR = account('pemprov-banten', ['STEWARD']);

let registry: Registry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

/** An agreement of Kota Serang and BBPVP; the city's labour office implements it, Apindo is only named. */
async function agreement(status: AgreementStatus, changes: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  const announced = status === 'CLAIMED' || status === 'PLANNED';
  const signed = announced ? null : '2026-01-05';
  const from = announced || status === 'SIGNED' ? null : '2026-01-10';
  const row = { signed_on: signed, effective_from: from, expires_on: null, form: 'PKS', ...changes };
  await registry.sql(
    `INSERT INTO agreement (id, title, form, status, signed_on, effective_from, expires_on, version, demo)
     VALUES ($1, 'Uji', $2, $3, $4, $5, $6, 1, true)`,
    [id, row.form, status, row.signed_on, row.effective_from, row.expires_on],
  );
  for (const [position, [slug, role]] of (
    [
      ['pemkot-serang', 'PARTY'],
      ['bbpvp-serang', 'PARTY'],
      ['disnakertrans-kota-serang', 'IMPLEMENTER'],
      ['apindo', 'TO_BE_INVOLVED'],
    ] as const
  ).entries()) {
    await registry.sql(
      `INSERT INTO agreement_party (id, agreement_id, organization_id, position, role) VALUES ($1, $2, $3, $4, $5)`,
      [randomUUID(), id, organizationId(slug), position, role],
    );
  }
  return id;
}

function inputOf(field: Field, id: string, version = 1): Record<string, unknown> {
  const named = { idempotencyKey: randomUUID(), agreement: id, version };
  if (field === 'signAgreement') {
    return {
      ...named,
      signedOn: '2026-06-10',
      signatories: [{ name: 'Kepala (uji)', organization: organizationId('bbpvp-serang') }],
      sources: [{ name: 'uji', kind: 'RECORD' }],
    };
  }
  if (field === 'bringAgreementIntoForce')
    return { ...named, effectiveFrom: '2026-06-15', expiresOn: '2027-06-14' };
  return { ...named, reason: 'Pemeriksaan (uji).' };
}

type Outcome = Record<string, unknown> & { readonly __typename: string };

async function move(caller: Identity, field: Field, input: Record<string, unknown>): Promise<Outcome> {
  const document = `mutation ($input: ${INPUTS[field]}!) { ${field}(input: $input) { ${OUTCOME} } }`;
  const { data, errors } = await registry.ask(caller, document, { input });
  expect(errors).toBeUndefined();
  return data?.[field] as Outcome;
}

async function refusal(caller: Identity, field: Field, input: Record<string, unknown>): Promise<unknown> {
  const document = `mutation ($input: ${INPUTS[field]}!) { ${field}(input: $input) { __typename } }`;
  const { data, errors } = await registry.ask(caller, document, { input });
  expect(data?.[field]).toBeNull();
  const cause = errors?.[0]?.originalError;
  return cause instanceof SimpulError ? cause.code : cause;
}

const stored = async (id: string) =>
  (
    await registry.sql<{ status: string; version: number }>(
      `SELECT status, version FROM agreement WHERE id = $1`,
      [id],
    )
  )[0];

const idsOf = (rows: unknown) => (rows as { id: string }[]).map(({ id }) => id);

describe('every move from every state', () => {
  const TARGETS: Record<Field, AgreementStatus> = {
    signAgreement: 'SIGNED',
    bringAgreementIntoForce: 'IN_FORCE',
    suspendAgreement: 'SUSPENDED',
    resumeAgreement: 'IN_FORCE',
    terminateAgreement: 'TERMINATED',
  };
  const LEGAL: Record<AgreementStatus, Field[]> = {
    CLAIMED: ['signAgreement'],
    PLANNED: ['signAgreement'],
    SIGNED: ['bringAgreementIntoForce'],
    IN_FORCE: ['suspendAgreement', 'terminateAgreement'],
    SUSPENDED: ['resumeAgreement', 'terminateAgreement'],
    EXPIRED: [],
    TERMINATED: [],
  };
  const fields = Object.keys(INPUTS) as Field[];
  const pairs = (Object.keys(LEGAL) as AgreementStatus[]).flatMap((status) =>
    fields.map((field) => [status, field] as const),
  );

  it.each(pairs)('%s: %s', async (status, field) => {
    const id = await agreement(status);
    const first = await move(SERANG, field, inputOf(field, id));
    if (!LEGAL[status].includes(field)) {
      const allowed = LEGAL[status].map((legal) => TARGETS[legal]);
      if (allowed.includes('TERMINATED')) allowed.push('EXPIRED');
      expect(first).toMatchObject({ code: 'ILLEGAL_MOVE', from: status, allowed });
      expect(await stored(id)).toEqual({ status, version: 1 });
      return;
    }
    if (field !== 'signAgreement') {
      expect(first).toMatchObject({
        __typename: 'CountersignatureNeeded',
        agreement: { status, version: 1 },
      });
      expect(idsOf(first['awaiting'])).toEqual([organizationId('bbpvp-serang')]);
      expect(await stored(id)).toEqual({ status, version: 1 });
    }
    const done = field === 'signAgreement' ? first : await move(BBPVP, field, inputOf(field, id));
    const caller = field === 'signAgreement' ? ['pemkot-serang', 'HEAD'] : ['bbpvp-serang', 'STEWARD'];
    expect(done).toMatchObject({ __typename: 'Agreement', version: 2, status: TARGETS[field] });
    expect(done['history']).toMatchObject([
      {
        ...{ from: status, to: TARGETS[field], role: caller[1] },
        by: { id: organizationId(caller[0] as 'bbpvp-serang') },
      },
    ]);
    const events = await registry.sql(
      `SELECT payload->>'status' AS status, actor_org FROM event WHERE aggregate_type = 'Agreement' AND aggregate_id = $1`,
      [id],
    );
    expect(events).toEqual([
      { status: TARGETS[field], actor_org: organizationId(caller[0] as 'bbpvp-serang') },
    ]);
  });

  it('does not begin from IN_FORCE once the last day has passed', async () => {
    for (const status of ['IN_FORCE', 'SUSPENDED'] as const) {
      const id = await agreement(status, { expires_on: '2026-06-14' });
      for (const field of ['suspendAgreement', 'resumeAgreement', 'terminateAgreement'] as const) {
        const refused = await move(SERANG, field, inputOf(field, id));
        expect(refused).toMatchObject({ code: 'ILLEGAL_MOVE', from: 'EXPIRED', allowed: [] });
      }
    }
  });
});

describe('four eyes', () => {
  it('are not the same account of two organisations', async () => {
    const id = await agreement('SIGNED');
    const both = { ...account('pemkot-serang'), subject: 'one-and-the-same' };
    await move(both, 'bringAgreementIntoForce', inputOf('bringAgreementIntoForce', id));
    const other = { ...account('bbpvp-serang'), subject: 'one-and-the-same' };
    const refused = await move(other, 'bringAgreementIntoForce', inputOf('bringAgreementIntoForce', id));
    expect(refused).toMatchObject({ code: 'NOT_ELIGIBLE', reasons: [expect.stringContaining('Four eyes')] });
    expect(await stored(id)).toEqual({ status: 'SIGNED', version: 1 });
  });

  it('are not two accounts of one organisation, nor one and its implementing agency', async () => {
    const id = await agreement('SIGNED');
    for (const caller of [SERANG, account('pemkot-serang', ['STEWARD'], 'deputy'), OFFICE]) {
      const reply = await move(caller, 'bringAgreementIntoForce', inputOf('bringAgreementIntoForce', id));
      expect(reply).toMatchObject({ code: 'COUNTERSIGNATURE_NEEDED' });
      expect(idsOf(reply['awaiting'])).toEqual([organizationId('bbpvp-serang')]);
    }
    expect(
      await move(BBPVP, 'bringAgreementIntoForce', inputOf('bringAgreementIntoForce', id)),
    ).toMatchObject({
      ...{ status: 'IN_FORCE', effectiveFrom: '2026-06-15', expiresOn: '2027-06-14' },
    });
  });

  it('see the same days', async () => {
    const id = await agreement('SIGNED');
    await move(SERANG, 'bringAgreementIntoForce', inputOf('bringAgreementIntoForce', id));
    const longer = { ...inputOf('bringAgreementIntoForce', id), expiresOn: '2036-06-14' };
    const reply = await move(BBPVP, 'bringAgreementIntoForce', longer);
    expect(idsOf(reply['awaiting'])).toEqual([organizationId('pemkot-serang')]);
    expect(await stored(id)).toEqual({ status: 'SIGNED', version: 1 });
  });

  it('see the same version: a word that was given before another change counts for nothing', async () => {
    const id = await agreement('IN_FORCE');
    await move(SERANG, 'terminateAgreement', inputOf('terminateAgreement', id));
    await move(SERANG, 'suspendAgreement', inputOf('suspendAgreement', id));
    await move(BBPVP, 'suspendAgreement', inputOf('suspendAgreement', id));
    const reply = await move(BBPVP, 'terminateAgreement', inputOf('terminateAgreement', id, 2));
    expect(idsOf(reply['awaiting'])).toEqual([organizationId('pemkot-serang')]);
    expect(await stored(id)).toEqual({ status: 'SUSPENDED', version: 2 });
  });

  it('are open for a fortnight: a word that nobody answered in that time is given again', async () => {
    const id = await agreement('SUSPENDED');
    const noon = registry.now;
    await move(SERANG, 'resumeAgreement', inputOf('resumeAgreement', id));
    registry.now = new Date(noon.getTime() + 14 * 86_400_000);
    const late = await move(BBPVP, 'resumeAgreement', inputOf('resumeAgreement', id));
    expect(idsOf(late['awaiting'])).toEqual([organizationId('pemkot-serang')]);
    const again = await move(SERANG, 'resumeAgreement', inputOf('resumeAgreement', id));
    registry.now = noon;
    expect(again).toMatchObject({ status: 'IN_FORCE', version: 2 });
  });

  it('need two parties', async () => {
    const id = await agreement('SIGNED');
    await registry.sql(`DELETE FROM agreement_party WHERE agreement_id = $1 AND organization_id = $2`, [
      ...[id, organizationId('bbpvp-serang')],
    ]);
    const refused = await move(SERANG, 'bringAgreementIntoForce', inputOf('bringAgreementIntoForce', id));
    expect(refused).toMatchObject({
      code: 'NOT_ELIGIBLE',
      reasons: [expect.stringContaining('Two parties')],
    });
  });
});

describe('refuses', () => {
  const fields = Object.keys(INPUTS) as Field[];

  it.each(fields)(
    '%s by callers without the role, of no organisation in it, or only named in it',
    async (field) => {
      const id = await agreement('IN_FORCE');
      const weak = account('pemkot-serang', ['CASEWORKER', 'ANALYST', 'SERVICE']);
      const nobody = { ...account('pemkot-serang'), organization: null };
      for (const caller of [weak, nobody, STRANGER, account('kemnaker')])
        expect(await refusal(caller, field, inputOf(field, id))).toBe('FORBIDDEN');
      const outcome = field === 'signAgreement' ? 'IllegalMove' : 'FORBIDDEN';
      const registrar =
        field === 'signAgreement'
          ? (await move(REGISTRAR, field, inputOf(field, id))).__typename
          : await refusal(REGISTRAR, field, inputOf(field, id));
      expect(registrar).toBe(outcome);
      expect(await stored(id)).toEqual({ status: 'IN_FORCE', version: 1 });
    },
  );

  it.each(fields)('%s of an unknown agreement or of an older version', async (field) => {
    const unknown = await move(SERANG, field, inputOf(field, randomUUID()));
    expect(unknown).toMatchObject({ code: 'REFERENCE_UNKNOWN', typeName: 'Agreement' });
    const id = await agreement('CLAIMED');
    await move(SERANG, 'signAgreement', inputOf('signAgreement', id));
    expect(await move(SERANG, field, inputOf(field, id))).toMatchObject({
      ...{ code: 'VERSION_CONFLICT', currentVersion: 2, path: ['input', 'version'] },
      changedFields: ['expiresOn', 'place', 'signatories', 'signedOn', 'sources', 'status'],
    });
  });

  it('every bad field at once', async () => {
    const bad = { idempotencyKey: '', agreement: 'x', version: 0, reason: ' ' };
    expect(await refusal(SERANG, 'suspendAgreement', bad)).toBe('BAD_USER_INPUT');
    const signing = {
      ...inputOf('signAgreement', randomUUID()),
      signedOn: '2026-06-16',
      signatories: [],
      sources: [],
    };
    const { errors } = await registry.ask(
      SERANG,
      `mutation ($input: SignAgreementInput!) { signAgreement(input: $input) { __typename } }`,
      { input: signing },
    );
    const cause = errors?.[0]?.originalError as SimpulError;
    expect(cause.problems.map(({ path }) => path.join('.'))).toEqual([
      ...['input.signedOn', 'input.signatories', 'input.sources'],
    ]);
  });

  it('force before the signing, beyond the signed document, or of no document', async () => {
    const id = await agreement('SIGNED', { expires_on: '2026-12-31', form: 'NO_DOCUMENT' });
    const input = { ...inputOf('bringAgreementIntoForce', id), effectiveFrom: '2026-01-01' };
    const refused = await move(SERANG, 'bringAgreementIntoForce', input);
    expect(refused).toMatchObject({ code: 'NOT_ELIGIBLE' });
    expect(refused['reasons']).toHaveLength(3);
  });

  it('a signature for an organisation that is not in the agreement, or that nobody knows', async () => {
    const id = await agreement('PLANNED');
    const signed = (organization: string) => ({
      ...inputOf('signAgreement', id),
      signatories: [{ name: 'Orang (uji)', organization }],
    });
    expect(await move(SERANG, 'signAgreement', signed(organizationId('kemnaker')))).toMatchObject({
      code: 'NOT_ELIGIBLE',
    });
    expect(await move(SERANG, 'signAgreement', signed(randomUUID()))).toMatchObject({
      ...{ code: 'REFERENCE_UNKNOWN', path: ['input', 'signatories', '0', 'organization'] },
    });
  });
});

describe('at once', () => {
  it('twice the same call makes one move', async () => {
    const id = await agreement('SUSPENDED');
    await move(SERANG, 'resumeAgreement', inputOf('resumeAgreement', id));
    const input = inputOf('resumeAgreement', id);
    const replies = await Promise.all(Array.from({ length: 8 }, () => move(BBPVP, 'resumeAgreement', input)));
    expect(new Set(replies.map(({ __typename, version }) => `${__typename} ${String(version)}`))).toEqual(
      new Set(['Agreement 2']),
    );
    expect(await stored(id)).toEqual({ status: 'IN_FORCE', version: 2 });
  });

  it('both parties make one move between them', async () => {
    const id = await agreement('SUSPENDED');
    const replies = await Promise.all(
      [SERANG, BBPVP].map((caller) => move(caller, 'resumeAgreement', inputOf('resumeAgreement', id))),
    );
    expect(replies.map(({ __typename }) => __typename).sort()).toEqual([
      'Agreement',
      'CountersignatureNeeded',
    ]);
    expect(await stored(id)).toEqual({ status: 'IN_FORCE', version: 2 });
  });

  it('a repeated first word gets its first answer, also once the move is made', async () => {
    const id = await agreement('SUSPENDED');
    const input = inputOf('resumeAgreement', id);
    await move(SERANG, 'resumeAgreement', input);
    await move(BBPVP, 'resumeAgreement', inputOf('resumeAgreement', id));
    const again = await move(SERANG, 'resumeAgreement', input);
    expect(again).toMatchObject({ code: 'COUNTERSIGNATURE_NEEDED', agreement: { status: 'IN_FORCE' } });
    expect(await move(SERANG, 'resumeAgreement', { ...input, reason: 'Lain.' })).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
  });
});

describe('the end of the last day', () => {
  it('comes at midnight WIB by itself, with its place in the history', async () => {
    const id = await agreement('IN_FORCE', { expires_on: '2026-06-15' });
    const shown = async () => {
      const { data } = await registry.ask(
        SERANG,
        `query ($id: ID!) { agreement(id: $id) { status history { from to at reason by { id } } } }`,
        { id },
      );
      return data?.['agreement'];
    };
    const noon = registry.now;
    registry.now = new Date('2026-06-15T23:59:59.999+07:00');
    expect(await shown()).toEqual({ status: 'IN_FORCE', history: [] });
    registry.now = new Date('2026-06-16T00:00:00+07:00');
    expect(await shown()).toEqual({
      status: 'EXPIRED',
      history: [
        {
          ...{ from: null, to: 'EXPIRED', by: null, reason: 'Its last day has passed.' },
          at: '2026-06-16T00:00:00.000+07:00',
        },
      ],
    });
    registry.now = noon;
  });
});
