import type { BundleGrant } from '@simpul/schema/contract/bundle';
import type { Purpose } from '@simpul/schema/contract/identity';
import { type Identity, anonymous } from '../identity/identity';
import type { PersonalField } from './access-rules';
import type { Asker, Policy } from './policy';
import { PolicySource, fixedGrants } from './policy-source';
import { PreparedPolicies } from './prepared-policies';
import { NO_REACH, type Standing, STRANGER } from './reach';

const OFFICE = 'office';
const CENTRE = 'centre';
const TODAY = '2026-06-15';

const grant = (more: Partial<BundleGrant> = {}): BundleGrant => ({
  ...{ id: 'training', version: 3, agreement: 'D1', clause: '4', provider: OFFICE, recipient: CENTRE },
  categories: ['IDENTITY', 'HISTORY'],
  purposes: ['TRAINING'],
  ...{ regions: [], onlyUnderAgreement: true, fields: [], legalBasis: 'PUBLIC_TASK' },
  ...{ validFrom: '2026-01-02', validTo: '2026-12-31', countersignatures: [] },
  ...more,
});

const identity = (more: Partial<Identity>): Identity => ({
  ...anonymous,
  subject: 's',
  client: 'c',
  ...more,
});
const admissions = identity({ organization: CENTRE, roles: ['ADMISSIONS'] });
const caseworker = identity({ organization: OFFICE, office: OFFICE, roles: ['CASEWORKER'] });
const recruiter = identity({ employer: 'factory', roles: ['RECRUITER'] });
const citizen = identity({ person: 'sari', roles: ['CITIZEN'] });

const asker = (who: Identity, purpose: Purpose | null, today = TODAY): Asker => ({
  identity: who,
  purpose,
  today,
});
const policyOver = (...grants: BundleGrant[]): Policy =>
  new PolicySource([OFFICE], fixedGrants({ version: 7, grants })).current();
const field = (coordinate: string, category: PersonalField['category']): PersonalField => ({
  coordinate,
  category,
});
const NAME = field('Person.name', 'IDENTITY');
const PHONE = field('Contact.phone', 'CONTACT');
const STAGE = field('Person.stage', 'HISTORY');
const DISABILITY = field('Person.disability', 'SPECIFIC');

const standing = (more: Partial<Standing>): Standing => ({ ...STRANGER, ...more });

describe('the reach of a caller', () => {
  const policy = policyOver(grant());

  it('is nobody without a purpose, and for a purpose that opens nothing', () => {
    expect(policy.reachOf(asker(caseworker, null))).toEqual(NO_REACH);
    expect(policy.reachOf(asker(caseworker, 'STATISTICS'))).toEqual(NO_REACH);
    expect(policy.reachOf(asker(anonymous, 'TRAINING'))).toEqual(NO_REACH);
  });

  it('is the people of its own organisation, where the agency keeps them', () => {
    expect(policy.reachOf(asker(caseworker, 'PLACEMENT'))).toEqual({ ...NO_REACH, own: [OFFICE] });
    const elsewhere = identity({ organization: 'city', office: OFFICE, roles: ['CASEWORKER'] });
    expect(policy.reachOf(asker(elsewhere, 'PLACEMENT')).own).toEqual([OFFICE]);
    expect(policy.reachOf(asker(admissions, 'PLACEMENT')).own).toEqual([]);
  });

  it('is the staff of a recruiter and the person of a citizen', () => {
    expect(policy.reachOf(asker(recruiter, 'PLACEMENT'))).toEqual({ ...NO_REACH, staff: 'factory' });
    expect(policy.reachOf(asker(recruiter, 'TRAINING'))).toEqual(NO_REACH);
    expect(policy.reachOf(asker(citizen, 'SUBJECT_ACCESS'))).toEqual({ ...NO_REACH, self: 'sari' });
    expect(policy.reachOf(asker(citizen, 'PLACEMENT'))).toEqual(NO_REACH);
  });

  it.each<[string, BundleGrant, Asker]>([
    ['another recipient', grant({ recipient: 'other' }), asker(admissions, 'TRAINING')],
    ['another provider', grant({ provider: 'other' }), asker(admissions, 'TRAINING')],
    ['another purpose', grant(), asker(admissions, 'PLACEMENT')],
    ['a day before', grant(), asker(admissions, 'TRAINING', '2026-01-01')],
    ['a day after', grant(), asker(admissions, 'TRAINING', '2027-01-01')],
    [
      'a role that grants do not open to',
      grant(),
      asker(identity({ organization: CENTRE, roles: ['ANALYST'] }), 'TRAINING'),
    ],
    ['specific data without its fields', grant({ categories: ['SPECIFIC'] }), asker(admissions, 'TRAINING')],
  ])('ends at %s', (_, given, who) => {
    expect(policyOver(given).reachOf(who)).toEqual(NO_REACH);
  });

  it('has the grants that open something, on their first and last day too, to an office as to its house', () => {
    for (const day of ['2026-01-02', '2026-12-31'])
      expect(policy.reachOf(asker(admissions, 'TRAINING', day)).grants).toEqual([grant()]);
    const atOffice = identity({ organization: 'ministry', office: CENTRE, roles: ['ADMISSIONS'] });
    expect(policy.reachOf(asker(atOffice, 'TRAINING')).grants).toEqual([grant()]);
  });

  it('has no grant while the bundle is not fresh, and all of its own', () => {
    const stale = new PolicySource([OFFICE], fixedGrants(null)).current();
    expect(stale.bundleVersion).toBeNull();
    expect(stale.reachOf(asker(admissions, 'TRAINING'))).toEqual(NO_REACH);
    expect(stale.reachOf(asker(caseworker, 'TRAINING')).own).toEqual([OFFICE]);
    expect(stale.decide(asker(caseworker, 'TRAINING'), NAME, standing({ relations: ['OWN'] })).verdict).toBe(
      'ALLOW',
    );
  });
});

describe('a decision', () => {
  const named = grant({ id: 'phone', categories: ['CONTACT'], fields: ['Contact.phone'] });
  const policy = policyOver(grant(), named);
  const centre = asker(admissions, 'TRAINING');

  it('goes by the grants that cover the row, and tells by which', () => {
    const both = standing({ grants: [grant(), named] });
    expect(policy.decide(centre, NAME, both)).toEqual({ verdict: 'ALLOW', relation: null, grant: grant() });
    expect(policy.decide(centre, PHONE, both)).toEqual({ verdict: 'ALLOW', relation: null, grant: named });
    expect(policy.decide(centre, PHONE, standing({ grants: [grant()] })).verdict).toBe('DENY');
    expect(policy.decide(centre, field('Contact.email', 'CONTACT'), both).verdict).toBe('DENY');
    expect(policy.decide(centre, DISABILITY, both).verdict).toBe('DENY');
  });

  it('takes what the caller has by itself before any grant', () => {
    const own = standing({ relations: ['OWN'], grants: [grant()] });
    expect(policy.decide(centre, NAME, own)).toEqual({ verdict: 'ALLOW', relation: 'OWN', grant: null });
  });

  it('lets a grant show what a relation would only show masked', () => {
    const head = asker(identity({ organization: CENTRE, roles: ['HEAD'] }), 'AUDIT');
    const audit = grant({ id: 'audit', purposes: ['AUDIT'] });
    const inspected = standing({ relations: ['OWN'] });
    expect(policyOver(audit).decide(head, NAME, inspected).verdict).toBe('MASK');
    expect(policyOver(audit).decide(head, NAME, { ...inspected, grants: [audit] }).verdict).toBe('ALLOW');
  });

  it('by a grant that rests on consent is the person’s, category by category', () => {
    const asked = grant({ legalBasis: 'CONSENT' });
    const consented = policyOver(asked);
    const having = (...categories: Standing['consented']) =>
      consented.decide(centre, NAME, standing({ grants: [asked], consented: categories })).verdict;
    expect(having()).toBe('DENY');
    expect(having('HISTORY')).toBe('DENY');
    expect(having('IDENTITY')).toBe('ALLOW');
  });

  it('is no matter of grants that somebody else gives', () => {
    const elsewhere = grant({ provider: 'other' });
    const covering = standing({ grants: [elsewhere] });
    expect(policyOver(elsewhere).decide(centre, NAME, covering).verdict).toBe('DENY');
  });

  it('denies strangers, grants of another state, and everything without a purpose', () => {
    expect(policy.decide(centre, NAME, STRANGER).verdict).toBe('DENY');
    expect(policy.decide(centre, NAME, standing({ grants: [grant({ id: 'revoked' })] })).verdict).toBe(
      'DENY',
    );
    expect(policy.decide(asker(admissions, null), NAME, standing({ grants: [grant()] })).verdict).toBe(
      'DENY',
    );
  });
});

describe('the best that a field can become', () => {
  it('says nothing of rows: it is what any way to them opens', () => {
    const policy = policyOver(grant());
    expect(policy.best(asker(admissions, 'TRAINING'), NAME)).toBe('ALLOW');
    expect(policy.best(asker(admissions, 'TRAINING'), PHONE)).toBe('DENY');
    expect(policy.best(asker(caseworker, 'PLACEMENT'), PHONE)).toBe('ALLOW');
    expect(policy.best(asker(caseworker, 'PLACEMENT'), DISABILITY)).toBe('DENY');
    expect(policy.best(asker(caseworker, null), NAME)).toBe('DENY');
    const head = identity({ organization: OFFICE, roles: ['HEAD'] });
    expect(policy.best(asker(head, 'AUDIT'), NAME)).toBe('MASK');
  });

  it('of a candidate is what candidates show, whatever else the caller is', () => {
    const policy = policyOver();
    const recruits = asker(recruiter, 'PLACEMENT');
    expect(policy.best(recruits, field('MatchCandidate.region', 'CONTACT'))).toBe('MASK');
    const until = field('MatchCandidate.certifiedUntil', 'HISTORY');
    expect(policy.best(recruits, until)).toBe('DENY');
    expect(policy.best(asker(caseworker, 'PLACEMENT'), until)).toBe('ALLOW');
    expect(policy.best(asker(caseworker, 'BENEFIT'), field('MatchCandidate.region', 'CONTACT'))).toBe('DENY');
    expect(policy.best(recruits, field('Enrolment.district', 'CONTACT'))).toBe('DENY');
  });
});

describe('a personal filter', () => {
  const STAGES = field('PersonFilter.stage', 'HISTORY');
  const REGION = field('PersonFilter.region', 'CONTACT');

  it('is for whom every row would show it', () => {
    expect(policyOver().mayFilter(asker(caseworker, 'PLACEMENT'), REGION)).toBe(true);
    expect(policyOver(grant()).mayFilter(asker(admissions, 'TRAINING'), STAGES)).toBe(true);
    expect(policyOver(grant()).mayFilter(asker(admissions, 'TRAINING'), REGION)).toBe(false);
  });

  it('is not for who reaches some rows that would not', () => {
    const between = grant({ provider: OFFICE, recipient: OFFICE, categories: ['HISTORY'] });
    const own = asker(caseworker, 'TRAINING');
    expect(policyOver(between).mayFilter(own, STAGES)).toBe(true);
    expect(policyOver(between).mayFilter(own, REGION)).toBe(false);
    const few = grant({ fields: ['Person.stage'] });
    expect(policyOver(few).mayFilter(asker(admissions, 'TRAINING'), STAGES)).toBe(false);
  });

  it('by its own name opens with the grant that names it', () => {
    const few = grant({ fields: ['Person.stage', 'PersonFilter.stage'] });
    expect(policyOver(few).mayFilter(asker(admissions, 'TRAINING'), STAGES)).toBe(true);
  });

  it('is not for who sees values masked, reaches nothing, or reaches people by their consent', () => {
    const auditor = identity({ organization: OFFICE, roles: ['AUDITOR'] });
    expect(policyOver().mayFilter(asker(auditor, 'AUDIT'), STAGES)).toBe(false);
    expect(policyOver().mayFilter(asker(admissions, 'TRAINING'), STAGES)).toBe(false);
    expect(policyOver(grant()).mayFilter(asker(admissions, null), STAGES)).toBe(false);
    const consented = grant({ legalBasis: 'CONSENT' });
    expect(policyOver(consented).mayFilter(asker(admissions, 'TRAINING'), STAGES)).toBe(false);
  });
});

const STAGE_OF = (index: number): PersonalField => field(`Person.field${String(index)}`, STAGE.category);

it('asks Cedar for each decision once, whoever of a kind asks it again', () => {
  const asked = jest.spyOn(PreparedPolicies.prototype, 'isAllowed');
  const policy = policyOver(grant({ id: 'one' }), grant({ id: 'another' }));
  const row = standing({ grants: [grant({ id: 'another' })] });
  const decideAll = (subject: string) =>
    [0, 1, 2].map((index) =>
      policy.decide(asker({ ...admissions, subject }, 'TRAINING'), STAGE_OF(index), row),
    );
  const first = decideAll('one account');
  const before = asked.mock.calls.length;
  expect(before).toBeGreaterThan(0);
  expect(decideAll('another account')).toEqual(first);
  expect(asked).toHaveBeenCalledTimes(before);
  asked.mockRestore();
});
