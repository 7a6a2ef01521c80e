import { randomUUID } from 'node:crypto';
import { anonymous } from '@simpul/kit/identity/identity';
import type { BundleGrant } from '@simpul/schema/contract/bundle';
import { organizationId } from '@simpul/schema/contract/ids';
import type { Purpose, Role } from '@simpul/schema/contract/identity';
import {
  type Asker,
  type LabourOffice,
  type OfficeReply,
  citizen,
  grantToRead,
  officer,
  openLabourOffice,
} from '../testkit/labour-office';
import { COORDINATES } from './coordinates';

const SERANG = 'disnakertrans-kota-serang';
const CENTRE = organizationId('bbpvp-serang');
const [AGREEMENT, PACT] = [randomUUID(), randomUUID()];
const given = (more: Partial<BundleGrant>): BundleGrant => ({
  ...grantToRead(SERANG, 'bbpvp-serang'),
  ...{ purposes: ['TRAINING'], clause: '4', version: 3, ...more },
});
const TRAINING = given({
  ...{ agreement: AGREEMENT, onlyUnderAgreement: true, regions: ['36.73'], validTo: '2026-12-31' },
});
const BY_CONSENT = given({
  ...{ agreement: PACT, categories: ['CONTACT', 'SPECIFIC'], legalBasis: 'CONSENT', clause: null },
  fields: ['Person.contact', 'Contact.phone', 'Person.disability'],
});
/** Nobody comes to an e-mail address but by the contact. */
const NOWHERE = given({ categories: ['CONTACT'], purposes: ['BENEFIT'], fields: ['Contact.email'] });
const LATER = given({ purposes: ['STATISTICS'], validFrom: '2026-06-16' });
const NAMES = { ...grantToRead(SERANG, 'disnaker-kota-cilegon'), categories: ['IDENTITY'] as const };

let office: LabourOffice;
let person: string;
beforeAll(async () => {
  office = await openLabourOffice([TRAINING, BY_CONSENT, NOWHERE, LATER, NAMES]);
  person = await office.register(SERANG);
  for (const [agreement, region, until, from] of [
    [AGREEMENT, '36.73.01', '2026-08-31', '2026-01-01'],
    [AGREEMENT, '36.73', '2026-09-30', '2026-01-02'],
    [AGREEMENT, '36.72', '2026-11-30', '2026-01-03'],
    [PACT, '36.73', null, '2026-01-01'],
  ])
    await office.sql(
      `INSERT INTO disclosure_basis (person_id, keeper_id, organization_id, kind, agreement_id, region_code, valid_from, valid_until, demo)
       VALUES ($1, $2, $3, 'NOMINATION', $4, $5, $7, $6, true)`,
      [person, organizationId(SERANG), CENTRE, agreement, region, until, from],
    );
  for (const [categories, until] of [
    [['CONTACT'], '2026-07-15'],
    [['CONTACT', 'HISTORY'], '2026-07-20'],
    [['SPECIFIC'], '2026-06-14'],
  ])
    await office.sql(
      `INSERT INTO consent_echo VALUES ($1, gen_random_uuid(), $2, 'TRAINING', $3, '2026-01-01', $4, true)`,
      [person, CENTRE, categories, until],
    );
});
afterAll(() => office.close());

const DOCUMENT = `query ($person: ID!, $organization: ID!, $purpose: Purpose!) {
  accessTo(person: $person, asOrganization: $organization, purpose: $purpose) {
    day organization { id } purpose bundleVersion person { id }
    openings { category fields masked agreement { id } clauseNumber grant grantVersion legalBasis validUntil } } }`;
const CASEWORKER = officer(SERANG);
const asked = (purpose: Purpose, as = CASEWORKER, more: object = {}): Promise<OfficeReply> =>
  office.ask(as, DOCUMENT, { person, organization: CENTRE, purpose, ...more });
const codesOf = ({ errors = [] }: OfficeReply): string[] =>
  errors.map(({ extensions: { code, coordinate } }) => [code, coordinate].filter(Boolean).join(' '));

/** All fields of a category, but those of an answer to a change. */
const all = (category: string): string[] =>
  COORDINATES['labor-office']
    .filter((one) => one.category === category && one.type !== 'RevealedNik')
    .map(({ type, field }) => `${type}.${field}`)
    .sort();
const byGrant = ({ id, version, agreement, clause, legalBasis }: BundleGrant): object => ({
  ...{ masked: false, agreement: { id: agreement }, grant: id, grantVersion: version },
  ...{ clauseNumber: clause, legalBasis },
});
const OWN = {
  ...{ masked: false, agreement: null, clauseNumber: null, grant: null, grantVersion: null },
  ...{ legalBasis: null, validUntil: null },
};

describe('what the training centre may read', () => {
  it('is told by category and grant, until whichever ends first', async () => {
    const { data, errors } = await asked('TRAINING');
    expect(errors).toBeUndefined();
    expect(data?.['accessTo']).toEqual({
      ...{ day: '2026-06-15', organization: { id: CENTRE }, purpose: 'TRAINING', bundleVersion: 1 },
      person: { id: person },
      openings: [
        // Of the reasons within the region of the grant the later one.
        {
          ...{ ...byGrant(TRAINING), category: 'IDENTITY', fields: all('IDENTITY') },
          validUntil: '2026-09-30',
        },
        {
          ...{ ...byGrant(TRAINING), category: 'HISTORY', fields: all('HISTORY') },
          validUntil: '2026-09-30',
        },
        // The consent to the other category has ended.
        {
          ...{ ...byGrant(BY_CONSENT), category: 'CONTACT', fields: ['Contact.phone', 'Person.contact'] },
          validUntil: '2026-07-20',
        },
      ],
    });
  });

  it.each<Purpose>(['BENEFIT', 'STATISTICS', 'PLACEMENT'])('is nothing for %s', async (purpose) => {
    const { data, errors } = await asked(purpose);
    expect(errors).toBeUndefined();
    expect(data?.['accessTo']).toMatchObject({ purpose, openings: [] });
  });

  it('ends with the day of the reason', async () => {
    office.now = new Date('2026-10-01T00:00:00+07:00');
    const { data } = await asked('TRAINING');
    office.now = new Date('2026-06-15T12:00:00+07:00');
    expect(data?.['accessTo']).toMatchObject({ day: '2026-10-01', openings: [] });
  });
});

describe('what the office itself may read', () => {
  const self = { organization: organizationId(SERANG) };

  it('is its own, whatever is granted', async () => {
    const { data } = await asked('PLACEMENT', CASEWORKER, self);
    const categories = ['IDENTITY', 'CONTACT', 'HISTORY'];
    expect(data?.['accessTo']).toMatchObject({
      openings: categories.map((category) => ({ ...OWN, category, fields: all(category) })),
    });
  });

  it('is masked where it inspects', async () => {
    const { data } = await asked('AUDIT', CASEWORKER, self);
    const { openings } = data?.['accessTo'] as {
      openings: { category: string; masked: boolean; fields: string[] }[];
    };
    expect(openings.map(({ category, masked }) => [category, masked])).toEqual([
      ...[
        ['IDENTITY', true],
        ['CONTACT', true],
        ['HISTORY', true],
      ],
    ]);
    // What a mask hides or cannot stand for is not open at all.
    expect(openings[0]?.fields).toEqual(
      COORDINATES['labor-office']
        .filter(
          ({ category, mask, type }) =>
            category === 'IDENTITY' && ['PARTIAL', 'YEAR', 'BAND'].includes(mask) && type !== 'RevealedNik',
        )
        .map(({ type, field }) => `${type}.${field}`)
        .sort(),
    );
  });
});

const working = (organization: string, role: Role, purpose: Purpose): Asker => ({
  identity: { ...anonymous, subject: role, client: 'test', organization, roles: [role] },
  purpose,
});

describe('who may ask', () => {
  it.each<[string, () => Asker]>([
    ['the person', () => citizen(person)],
    ['a partner who may read the history', () => working(CENTRE, 'ADMISSIONS', 'TRAINING')],
  ])('%s, for all of it', async (_, who) => {
    const { data, errors } = await asked('TRAINING', who());
    expect(errors).toBeUndefined();
    expect(data).toEqual((await asked('TRAINING')).data);
  });

  it.each<Role>(['HEAD', 'AUDITOR'])('a %s who inspects, for how much there is', async (role) => {
    const { data, errors } = await asked('TRAINING', working(organizationId(SERANG), role, 'AUDIT'));
    expect(errors).toBeUndefined();
    const hidden = { category: null, fields: null, masked: null, agreement: null, clauseNumber: null };
    const opening = {
      ...hidden,
      grant: null,
      grantVersion: null,
      legalBasis: null,
      validUntil: '2026-01-01',
    };
    expect(data?.['accessTo']).toMatchObject({ person: null, openings: [opening, opening, opening] });
  });

  it('nobody who may not read the history', async () => {
    const cilegon = organizationId('disnaker-kota-cilegon');
    const reply = await asked('TRAINING', working(cilegon, 'CASEWORKER', 'PLACEMENT'));
    expect(codesOf(reply)).toEqual(['FORBIDDEN_FIELD PersonAccess.openings']);
    expect(reply.data?.['accessTo']).toMatchObject({ person: { id: person }, openings: null });
  });

  it('nobody without a purpose', async () => {
    const reply = await asked('TRAINING', { ...CASEWORKER, purpose: null });
    expect(reply.data).toEqual({ accessTo: null });
  });

  it.each<[string, () => Asker]>([
    [
      'another office, for what it has no grant',
      () => ({ ...officer('disnaker-kota-cilegon', 'HEAD'), purpose: 'TRAINING' }),
    ],
    ['somebody else', () => citizen(randomUUID())],
    ['an analyst', () => working(organizationId('pemprov-banten'), 'ANALYST', 'STATISTICS')],
  ])('%s, of a stranger as of nobody', async (_, who) => {
    const replies = [];
    for (const id of [person, randomUUID()]) replies.push(await asked('TRAINING', who(), { person: id }));
    expect(replies).toEqual([{ data: { accessTo: null } }, { data: { accessTo: null } }]);
  });
});

it('names both ids where neither is one', async () => {
  const reply = await asked('TRAINING', CASEWORKER, { person: '1', organization: 'bbpvp' });
  expect(reply.errors?.map(({ originalError }) => originalError)).toMatchObject([
    { code: 'BAD_USER_INPUT', problems: [{ path: ['person'] }, { path: ['asOrganization'] }] },
  ]);
});
