import { randomUUID } from 'node:crypto';
import { publicationRoute } from '@simpul/kit/agency/publication';
import { openAgencyDatabase } from '@simpul/kit/agency/agency';
import { dayInWib } from '@simpul/kit/clock/clock';
import { type AgencyDatabase, ownWork } from '@simpul/kit/database/database';
import { openLog } from '@simpul/kit/log/log';
import { verifyBundle, verifyCountersignature } from '@simpul/kit/policy/bundle';
import { makeSigningKey, openVerificationKeys, publicJwk } from '@simpul/kit/keys/signing-key';
import { Secrets } from '@simpul/kit/secrets/secret-file';
import type { AccessBundle } from '@simpul/schema/contract/bundle';
import { agreementId, clauseId, organizationId, recordedId } from '@simpul/schema/contract/ids';
import { type Registry, account, openRegistry } from '@simpul/test/testkit/registry';
import { province } from '../agency';
import { accessBundle, readAccessBundle } from './access-bundle.service';

const OFFICE = account('disnakertrans-kota-serang');
const SUSPEND = `mutation ($input: AgreementMoveInput!) { suspendAgreement(input: $input) {
  __typename ... on Agreement { status version } ... on Outcome { code } } }`;
const PROPOSE = `mutation ($input: GrantDataAccessInput!) { grantDataAccess(input: $input) {
  __typename ... on Outcome { code } } }`;
const grantId = (slug: string) => recordedId('data-grant', slug);

let registry: Registry;
let database: AgencyDatabase;
beforeEach(async () => {
  registry = await openRegistry(1);
  database = await openAgencyDatabase(province, registry.urls);
});
afterEach(async () => {
  await database.close();
  await registry.close();
});

const read = (): Promise<AccessBundle> => readAccessBundle(registry.context(OFFICE), new Date());
const idsIn = ({ grants }: AccessBundle) => grants.map(({ id }) => id);

it('has the demonstration grants, each signed by both sides with keys that the registry knows', async () => {
  const { grants } = await read();
  const stored = await registry.sql<{ id: string }>(
    `SELECT id FROM data_grant WHERE revoked_at IS NULL AND coalesce(valid_to, 'infinity') >= '2026-06-15' ORDER BY id`,
  );
  expect(grants.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  expect(grants).toHaveLength(10);
  for (const { countersignatures, ...grant } of grants) {
    expect(countersignatures.map(({ organization }) => organization)).toEqual([
      grant.provider,
      grant.recipient,
    ]);
    for (const { organization, signature } of countersignatures) {
      const keys = await registry.sql<{ jwk: unknown }>(
        `SELECT jwk FROM organization_key WHERE organization_id = $1 AND demo`,
        [organization],
      );
      const own = openVerificationKeys(keys.map(({ jwk }) => jwk));
      await expect(verifyCountersignature(grant, signature, own)).resolves.toBeUndefined();
    }
  }
});

it('tells each grant with its clause, its limits, and its days within those of the agreement', async () => {
  const { grants } = await read();
  const { countersignatures: _, ...training } = grants.find(({ id }) => id === grantId('D1/training')) ?? {};
  expect(training).toEqual({
    ...{ id: grantId('D1/training'), version: 1, agreement: agreementId('D1'), clause: '4' },
    ...{ provider: organizationId('disnakertrans-kota-serang'), recipient: organizationId('bbpvp-serang') },
    ...{ categories: ['IDENTITY', 'HISTORY'], purposes: ['TRAINING'], regions: ['36.73'], fields: [] },
    ...{ onlyUnderAgreement: true, legalBasis: 'PUBLIC_TASK' },
    ...{ validFrom: '2026-01-02', validTo: '2027-12-31' },
  });
  const contact = grants.find(({ id }) => id === grantId('D1/contact'));
  expect(contact).toMatchObject({ validFrom: '2026-09-01', validTo: '2027-12-31' });
});

it.each(['CLAIMED', 'PLANNED', 'SIGNED', 'SUSPENDED', 'EXPIRED', 'TERMINATED'])(
  'has no grant of an agreement that is %s',
  async (status) => {
    await registry.sql(
      `UPDATE agreement SET status = $1, signed_on = NULL, effective_from = NULL WHERE id = $2`,
      [status, agreementId('D1')],
    );
    const { grants } = await read();
    expect(grants.filter(({ agreement }) => agreement === agreementId('D1'))).toEqual([]);
    expect(grants.length).toBeGreaterThan(0);
  },
);

it('has no grant that a side has not signed', async () => {
  for (const [slug, side] of [
    ['D1/training', 'disnakertrans-kota-serang'],
    ['D1/placement', 'disnakertrans-kota-serang'],
  ] as const) {
    await registry.sql(
      `UPDATE data_grant_countersignature SET signature = NULL WHERE grant_id = $1 AND organization_id = $2`,
      [grantId(slug), organizationId(side)],
    );
    expect(idsIn(await read())).not.toContain(grantId(slug));
  }
});

it('loses what ends at midnight WIB at midnight WIB, under a higher version', async () => {
  registry.now = new Date('2026-08-31T23:59:59.999+07:00');
  const evening = await read();
  expect(idsIn(evening)).toContain(grantId('D3/graduates'));
  expect((await read()).version).toBe(evening.version);
  registry.now = new Date('2026-09-01T00:00:00+07:00');
  const morning = await read();
  expect(idsIn(morning)).not.toContain(grantId('D3/graduates'));
  expect(morning.version).toBe(evening.version + 1);
  expect((await read()).version).toBe(morning.version);
});

it('shows within half a second that a provider alone has suspended its agreement', async () => {
  const key = makeSigningKey();
  const keys = openVerificationKeys([publicJwk(key)]);
  let asked = new Date('2026-06-15T05:00:00Z');
  const clock = { now: () => registry.now, today: () => dayInWib(registry.now) };
  const log = openLog('publication', 'silent');
  const surroundings = { database, clock, log, secrets: new Secrets() };
  const route = publicationRoute(accessBundle, { ...surroundings, key, now: () => asked });
  const poll = async () => {
    const jws = await route.text({ query: {}, authorizations: [] });
    return verifyBundle(jws, keys, { now: asked, maxAgeMs: 10_000 });
  };

  const before = await poll();
  expect(before.asOf).toBe('2026-06-15T05:00:00.000Z');
  expect(idsIn(before)).toContain(grantId('D1/training'));
  const input = {
    idempotencyKey: randomUUID(),
    agreement: agreementId('D1'),
    version: 3,
    reason: 'Kebocoran (uji).',
  };
  const { data } = await registry.ask(OFFICE, SUSPEND, { input });
  expect(data?.['suspendAgreement']).toEqual({ __typename: 'Agreement', status: 'SUSPENDED', version: 4 });
  asked = new Date('2026-06-15T05:00:00.399Z');
  expect(await poll()).toEqual(before);
  asked = new Date('2026-06-15T05:00:00.400Z');
  const after = await poll();
  expect(after.version).toBe(before.version + 1);
  expect(after.grants).toEqual(before.grants.filter(({ agreement }) => agreement !== agreementId('D1')));
  expect(after.grants.length).toBeLessThan(before.grants.length);
});

it('is not changed by a suspension of someone who provides nothing, or has only proposed to', async () => {
  const city = account('pemkot-serang');
  const before = await read();
  const proposal = {
    ...{ idempotencyKey: randomUUID(), grant: randomUUID() },
    ...{ agreement: agreementId('D1'), clause: clauseId('D1/data-sharing') },
    ...{ provider: city.organization, recipient: organizationId('bbpvp-serang'), legalBasis: 'PUBLIC_TASK' },
    ...{
      categories: ['CONTACT'],
      purposes: ['TRAINING'],
      scope: { regions: ['36.73'], onlyUnderAgreement: true },
    },
    ...{ validFrom: '2026-06-01', validTo: '2027-01-31' },
  };
  const proposed = await registry.ask(city, PROPOSE, { input: proposal });
  expect(proposed.data?.['grantDataAccess']).toMatchObject({ code: 'COUNTERSIGNATURE_NEEDED' });
  const input = { idempotencyKey: randomUUID(), agreement: agreementId('D1'), version: 3, reason: 'Uji.' };
  const { data } = await registry.ask(city, SUSPEND, { input });
  expect(data?.['suspendAgreement']).toMatchObject({ code: 'COUNTERSIGNATURE_NEEDED' });
  expect(await read()).toMatchObject({ version: before.version, grants: before.grants });
});

it('cannot be rewritten by whoever serves requests', async () => {
  const asApp = (statement: string) =>
    database.transact({ ...ownWork('x'), ...OFFICE }, (db) => db.query(statement));
  for (const statement of [
    `INSERT INTO organization_key (kid, organization_id, jwk, valid_from, demo) SELECT 'k', id, '{}', '2026-01-01', true FROM organization LIMIT 1`,
    'UPDATE organization_key SET valid_to = NULL',
    'DELETE FROM data_grant_countersignature',
    'UPDATE agreement_change SET reason = NULL',
    'UPDATE agreement_confirmation SET account = NULL',
    'DELETE FROM access_version',
  ])
    await expect(asApp(statement)).rejects.toThrow(/permission denied/);
});
