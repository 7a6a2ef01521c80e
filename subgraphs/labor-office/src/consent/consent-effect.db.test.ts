import { randomUUID } from 'node:crypto';
import { anonymous } from '@simpul/kit/identity/identity';
import type { BundleGrant } from '@simpul/schema/contract/bundle';
import { organizationId } from '@simpul/schema/contract/ids';
import { type Asker, type LabourOffice, officer, openLabourOffice } from '@simpul/test/testkit/labour-office';

const SERANG = officer('disnakertrans-kota-serang');
const CENTRE: Asker = {
  identity: {
    ...{ ...anonymous, subject: 'admissions', client: 'test', roles: ['ADMISSIONS'] },
    organization: organizationId('bbpvp-serang'),
  },
  purpose: 'TRAINING',
};

const grant = (provider: string, legalBasis: string): BundleGrant => ({
  ...{ id: randomUUID(), version: 1, agreement: randomUUID(), clause: null },
  ...{ provider, recipient: organizationId('bbpvp-serang') },
  ...{ categories: ['IDENTITY'], purposes: ['TRAINING'], regions: [], onlyUnderAgreement: false, fields: [] },
  ...{ legalBasis, validFrom: '2026-01-01', validTo: null, countersignatures: [] },
});
const consented = grant(organizationId('disnakertrans-kota-serang'), 'CONSENT');
const entrusted = grant(organizationId('disnaker-kota-cilegon'), 'PUBLIC_TASK');

let office: LabourOffice;
let person: string;
let other: string;
beforeAll(async () => {
  office = await openLabourOffice([consented, entrusted]);
  other = await office.register('disnaker-kota-cilegon');
});
afterAll(() => office.close());
beforeEach(async () => {
  office.now = new Date('2026-06-15T12:00:00+07:00');
  person = await office.register('disnakertrans-kota-serang');
});

async function change(field: 'give' | 'withdraw', input: object): Promise<string> {
  const type = field === 'give' ? 'GiveConsentInput' : 'WithdrawConsentInput';
  const document = `mutation ($input: ${type}!) { ${field}Consent(input: $input) { ... on Consent { id } } }`;
  const { data, errors } = await office.ask(SERANG, document, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  expect(errors).toBeUndefined();
  return (data?.[`${field}Consent`] as { id: string }).id;
}
const give = (differently: object = {}): Promise<string> =>
  change('give', {
    ...{ person, recipient: organizationId('bbpvp-serang'), purpose: 'TRAINING', categories: ['IDENTITY'] },
    ...{ evidenceHash: 'a1'.repeat(32), ...differently },
  });

/** The grants that cover a person, and whether the database shows the row. */
async function seen(of = person, isFresh = true): Promise<{ grants: number; rows: number }> {
  const ctx = office.context(CENTRE, isFresh);
  const { grants } = await ctx.standing(of);
  const rows: unknown[] = await ctx.read((db) => db.query('SELECT FROM person WHERE id = $1', [of]));
  return { grants: grants.length, rows: rows.length };
}
const [OPEN, CLOSED] = [
  { grants: 1, rows: 1 },
  { grants: 0, rows: 0 },
];

it('opens what rests on it as soon as it is given, and closes it as soon as it is withdrawn', async () => {
  expect(await seen()).toEqual(CLOSED);
  const consent = await give();
  expect(await seen()).toEqual(OPEN);
  await change('withdraw', { consent });
  expect(await seen()).toEqual(CLOSED);
});

it('opens nothing for another organisation or another purpose', async () => {
  await give({ recipient: organizationId('apindo') });
  await give({ purpose: 'PLACEMENT' });
  expect(await seen()).toEqual(CLOSED);
});

it('ends by itself at midnight in Serang after its last day', async () => {
  await give({ validUntil: '2026-06-15' });
  office.now = new Date('2026-06-15T23:59:59.999+07:00');
  expect(await seen()).toEqual(OPEN);
  office.now = new Date('2026-06-16T00:00:00+07:00');
  expect(await seen()).toEqual(CLOSED);
});

it('opens nothing while it is not known who has withdrawn one, and what needs none stays open', async () => {
  await give();
  expect(await seen(person, false)).toEqual(CLOSED);
  expect(await seen(other, false)).toEqual(OPEN);
  expect(await seen()).toEqual(OPEN);
});
