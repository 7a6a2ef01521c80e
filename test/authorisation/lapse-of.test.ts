import { randomUUID } from 'node:crypto';
import { anonymous } from '@simpul/kit/identity/identity';
import type { BundleGrant, PersonalDataCategory } from '@simpul/schema/contract/bundle';
import { organizationId } from '@simpul/schema/contract/ids';
import { ROLES, type Role } from '@simpul/schema/contract/identity';
import { type LabourOffice, type OfficeReply, grantToRead, openLabourOffice } from '../testkit/labour-office';
import { COORDINATES } from './coordinates';

const [SERANG, CILEGON, CENTRE] = [
  'disnakertrans-kota-serang',
  'disnaker-kota-cilegon',
  'bbpvp-serang',
] as const;
const [PARTNER, OTHER_OFFICE, CONSENTED, SUPPLEMENT, FUTURE, FEW] = [
  ...[randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()],
];
const given = (agreement: string | undefined, more: Partial<BundleGrant> = {}): BundleGrant => ({
  ...grantToRead(SERANG, CENTRE),
  ...{ agreement: String(agreement), purposes: ['TRAINING'], ...more },
});

const GRANTS: readonly BundleGrant[] = [
  given(PARTNER, { onlyUnderAgreement: true, regions: ['36.73'] }),
  given(PARTNER, { purposes: ['BENEFIT'], categories: ['CONTACT'], fields: ['Contact.email'] }),
  given(SUPPLEMENT, { categories: ['IDENTITY'], regions: ['36'] }),
  given(CONSENTED, { purposes: ['PLACEMENT'], categories: ['CONTACT', 'HISTORY'], legalBasis: 'CONSENT' }),
  given(OTHER_OFFICE, { recipient: organizationId(CILEGON), purposes: ['PLACEMENT'] }),
  given(FEW, { recipient: organizationId('apindo'), onlyUnderAgreement: true }),
  given(FUTURE, { validFrom: '2026-06-16' }),
];

let office: LabourOffice;
beforeAll(async () => {
  office = await openLabourOffice(GRANTS);
});
afterAll(() => office.close());

const PART =
  'bundleVersion closing { provider { id } recipient { id } purpose category fields } people suppressed demo operations { clientClass name }';
const asked = (agreement: string | undefined, roles: readonly Role[] = ['STEWARD']): Promise<OfficeReply> =>
  office.ask(
    { identity: { ...anonymous, subject: 's', client: 'test', roles }, purpose: null },
    `query ($agreement: ID!) { lapseOf(agreement: $agreement) { laborOffice { ${PART} } } }`,
    { agreement },
  );

interface Part {
  readonly people: number | null;
  readonly suppressed: boolean;
  readonly operations: readonly { readonly name: string }[];
}
async function lapseOf(agreement: string | undefined): Promise<Part> {
  const { data, errors } = await asked(agreement);
  expect(errors).toBeUndefined();
  return (data?.['lapseOf'] as { laborOffice: Part }).laborOffice;
}

/** As many people, each known for a reason of its own. */
async function known(
  count: number,
  reason: { organization?: string; agreement?: string | undefined; region?: string; until?: string } = {},
): Promise<string[]> {
  const people: string[] = [];
  const { organization = CENTRE, agreement = null, region = '36.73.01', until = null } = reason;
  for (let number = 0; number < count; number += 1) {
    const person = randomUUID();
    await office.sql(
      `INSERT INTO disclosure_basis (person_id, keeper_id, organization_id, kind, agreement_id, region_code, valid_from, valid_until, demo)
       VALUES ($1, $2, $3, 'NOMINATION', $4, $5, '2026-01-01', $6, false)`,
      [
        person,
        organizationId(SERANG),
        organizationId(organization as typeof CENTRE),
        agreement,
        region,
        until,
      ],
    );
    people.push(person);
  }
  return people;
}

const all = (category: PersonalDataCategory): string[] =>
  COORDINATES['labor-office']
    .filter((one) => one.category === category && one.type !== 'RevealedNik')
    .map(({ type, field }) => `${type}.${field}`)
    .sort();
const closing = (
  recipient: string,
  purpose: string,
  category: PersonalDataCategory,
  fields = all(category),
) => ({
  ...{
    provider: { id: organizationId(SERANG) },
    recipient: { id: organizationId(recipient as typeof CENTRE) },
  },
  ...{ purpose, category, fields },
});

describe('what would close', () => {
  it('is what no other grant opens of everybody concerned', async () => {
    expect(await lapseOf(PARTNER)).toMatchObject({
      bundleVersion: 1,
      // Identity stays open by the supplement, which leaves out nobody of these; and no way leads to an e-mail address.
      closing: [closing(CENTRE, 'TRAINING', 'HISTORY')],
    });
  });

  it('is also what another grant opens of only some of them', async () => {
    expect(await lapseOf(SUPPLEMENT)).toMatchObject({ closing: [closing(CENTRE, 'TRAINING', 'IDENTITY')] });
  });

  it('is what people may have consented to', async () => {
    expect(await lapseOf(CONSENTED)).toMatchObject({
      closing: [closing(CENTRE, 'PLACEMENT', 'CONTACT'), closing(CENTRE, 'PLACEMENT', 'HISTORY')],
    });
  });

  it.each([
    ['an agreement whose grants begin later', FUTURE],
    ['an agreement without any', randomUUID()],
  ])('is nothing under %s', async (_, agreement) => {
    expect(await lapseOf(agreement)).toEqual({
      ...{ bundleVersion: 1, closing: [], people: 0, suppressed: false, demo: false, operations: [] },
    });
  });

  it('stops the registered operations that select it', async () => {
    const names = (await lapseOf(PARTNER)).operations.map(({ name }) => name);
    expect(names).toContain('stuck-before-interview-or-mapping');
    expect(names).not.toContain('needs-without-class');
    expect((await lapseOf(CONSENTED)).operations.length).toBeGreaterThan(0);
  });
});

describe('the people of whom less could be read', () => {
  it('are those whom a grant of the agreement leads to today, and no other to as much', async () => {
    await known(6, { agreement: PARTNER });
    await known(1, { agreement: PARTNER, region: '36.72' });
    await known(1, { agreement: PARTNER, until: '2026-06-14' });
    await known(1, { agreement: PARTNER, organization: 'apindo' });
    await known(1, { agreement: OTHER_OFFICE });
    expect(await lapseOf(PARTNER)).toMatchObject({ people: 6, suppressed: false, demo: false });
    // Of those six their identity is open by the other agreement as well; of three others by this one alone.
    expect(await lapseOf(SUPPLEMENT)).toMatchObject({ people: null, suppressed: true });
    await known(2);
    expect(await lapseOf(SUPPLEMENT)).toMatchObject({ people: 5, suppressed: false });
  });

  it('are not those whom the partner keeps itself', async () => {
    const [here] = await known(1);
    const before = (await lapseOf(OTHER_OFFICE)).people;
    await office.sql(
      `INSERT INTO disclosure_basis (person_id, keeper_id, organization_id, kind, valid_from, demo)
       VALUES ($1, $2, $2, 'REGISTRATION', '2026-01-01', false)`,
      [here, organizationId(CILEGON)],
    );
    expect((await lapseOf(OTHER_OFFICE)).people).toBe(Number(before) - 1);
  });

  it('are, where it takes a consent, those who gave one', async () => {
    const people = await known(8);
    const consent = (
      person: string | undefined,
      recipient: string,
      purpose: string,
      category: string,
      until: string | null,
    ) =>
      office.sql(
        `INSERT INTO consent_echo VALUES ($1, gen_random_uuid(), $2, $3, ARRAY[$4], '2026-01-01', $5, true)`,
        [person, organizationId(recipient as typeof CENTRE), purpose, category, until],
      );
    for (const person of people.slice(0, 5)) await consent(person, CENTRE, 'PLACEMENT', 'HISTORY', null);
    await consent(people[5], CENTRE, 'TRAINING', 'HISTORY', null);
    await consent(people[6], CENTRE, 'PLACEMENT', 'IDENTITY', null);
    await consent(people[7], CENTRE, 'PLACEMENT', 'HISTORY', '2026-06-14');
    await consent(people[7], 'apindo', 'PLACEMENT', 'HISTORY', null);
    expect(await lapseOf(CONSENTED)).toMatchObject({ people: 5 });
  });

  it.each([
    [0, 0],
    [1, null],
    [4, null],
    [5, 5],
  ])('are published as a count of people: %d as %s', async (real, people) => {
    await office.sql('DELETE FROM disclosure_basis WHERE agreement_id = $1', [FEW]);
    await known(real, { agreement: FEW, organization: 'apindo' });
    expect(await lapseOf(FEW)).toMatchObject({ people, suppressed: people === null });
  });
});

describe('who may ask', () => {
  const STAFF = ['CASEWORKER', 'HEAD', 'ADMISSIONS', 'ANALYST', 'STEWARD', 'AUDITOR', 'ASSOCIATION'];

  it.each(ROLES)('%s', async (role) => {
    const { data, errors = [] } = await asked(PARTNER, [role]);
    const codes = errors.map(({ originalError }) => (originalError as unknown as { code: string }).code);
    expect(codes).toEqual(STAFF.includes(role) ? [] : ['FORBIDDEN']);
    expect(data?.['lapseOf'] as object).toMatchObject({
      laborOffice: STAFF.includes(role) ? { bundleVersion: 1 } : null,
    });
  });

  it('for an agreement', async () => {
    const { data, errors } = await asked('D2');
    expect(errors?.map(({ originalError }) => originalError)).toMatchObject([
      { code: 'BAD_USER_INPUT', problems: [{ path: ['agreement'] }] },
    ]);
    expect(data).toEqual({ lapseOf: { laborOffice: null } });
  });
});
