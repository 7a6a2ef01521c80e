import type { BundleGrant } from '@simpul/schema/contract/bundle';
import type { Purpose, Role } from '@simpul/schema/contract/identity';
import type { PersonalMark } from '../graphql/guard/personal-mark';
import { type Identity, anonymous } from '../identity/identity';
import { PolicySource, fixedGrants } from '../policy/policy-source';
import { remedyFor } from './remedy';

const KEEPERS = ['office', 'other-office'];
const grant = (more: Partial<BundleGrant>): BundleGrant => ({
  ...{ id: 'g', version: 1, agreement: 'D1', clause: '4', provider: 'office', recipient: 'centre' },
  ...{ categories: ['HISTORY'], purposes: ['TRAINING'], regions: [], onlyUnderAgreement: true, fields: [] },
  ...{ legalBasis: 'PUBLIC_TASK', validFrom: '2026-01-02', validTo: null, countersignatures: [] },
  ...more,
});
const mark = (coordinate: string, category: PersonalMark['category'], more: Partial<PersonalMark> = {}) => ({
  ...{ coordinate, category, mask: 'NONE' as const, isFilter: false },
  ...more,
});
const at = (organization: string, ...roles: Role[]): Identity => ({
  ...{ ...anonymous, subject: 's', client: 'c', organization, roles },
});
const CASEWORKER = at('office', 'CASEWORKER');
const ADMISSIONS = at('centre', 'ADMISSIONS');
const NAME = mark('Person.name', 'IDENTITY');
const STAGE = mark('Person.stage', 'HISTORY');
const LOAN = mark('Person.loan', 'SPECIFIC');
const byStage = mark('PersonFilter.stage', 'HISTORY', { isFilter: true });

const needed = (
  identity: Identity,
  purpose: Purpose | null,
  field: PersonalMark,
  grants: readonly BundleGrant[] = [],
) => {
  const policy = new PolicySource(KEEPERS, fixedGrants({ version: 1, grants })).current();
  return remedyFor({ policy, keepers: KEEPERS }, { identity, purpose, today: '2026-06-15' }, field);
};
const given = (category: PersonalMark['category'], purpose: Purpose, recipient = 'centre') => ({
  ...{ category, providers: KEEPERS, recipient, purpose },
});

describe('what would open a field', () => {
  it('is a purpose that the same caller could give, by its own standing or by a grant in force', () => {
    expect(needed(CASEWORKER, 'PLACEMENT', LOAN)).toEqual({ purposes: ['BENEFIT'] });
    expect(needed(CASEWORKER, 'STATISTICS', NAME)).toEqual({
      purposes: ['PLACEMENT', 'TRAINING', 'BENEFIT'],
    });
    expect(needed(ADMISSIONS, 'PLACEMENT', STAGE, [grant({})])).toEqual({ purposes: ['TRAINING'] });
  });

  it('is a purpose for which it would be whole, where what is masked has no masked form', () => {
    const name = { ...NAME, mask: 'PARTIAL' as const };
    expect(needed(at('office', 'HEAD'), 'AUDIT', name)).toEqual({
      purposes: ['PLACEMENT', 'TRAINING', 'BENEFIT'],
    });
    expect(needed(at('office', 'HEAD'), 'STATISTICS', name)).toEqual({
      purposes: ['PLACEMENT', 'TRAINING', 'BENEFIT', 'AUDIT'],
    });
  });

  it('is a role, where the organisation could have it', () => {
    expect(needed(at('office', 'ANALYST'), 'PLACEMENT', NAME)).toEqual({
      roles: ['CASEWORKER', 'HEAD', 'ADMISSIONS'],
    });
  });

  it('is a grant to the organisation of the caller by those who keep the people', () => {
    expect(needed(ADMISSIONS, 'TRAINING', NAME, [grant({})])).toEqual({
      grant: given('IDENTITY', 'TRAINING'),
    });
    expect(needed(ADMISSIONS, 'BENEFIT', LOAN)).toEqual({ grant: given('SPECIFIC', 'BENEFIT') });
  });

  it('is a role as well, where grants open nothing to those that the caller has', () => {
    expect(needed(at('centre', 'ANALYST'), 'TRAINING', NAME)).toEqual({
      roles: ['CASEWORKER', 'HEAD', 'ADMISSIONS', 'ASSOCIATION'],
      grant: given('IDENTITY', 'TRAINING'),
    });
  });

  it('is for rows of which it is closed alone a grant over them, or the consent that one rests on', () => {
    const ofOther = { ...given('IDENTITY', 'PLACEMENT', 'office'), providers: ['other-office'] };
    expect(needed(CASEWORKER, 'PLACEMENT', NAME)).toEqual({ grant: ofOther });
    const agreed = grant({ legalBasis: 'CONSENT' });
    expect(needed(ADMISSIONS, 'TRAINING', STAGE, [agreed])).toEqual({ consent: true });
  });

  it('is an identity for whoever has none', () => {
    expect(needed(anonymous, 'PLACEMENT', NAME)).toEqual({ identity: true });
  });

  it('is any purpose at first for whoever gives none and could have it for none', () => {
    expect(needed(ADMISSIONS, null, NAME)?.purposes).toHaveLength(6);
  });

  it('is nothing for whom no grant can be made, and for rows that no grant covers', () => {
    const recruiter = { ...at('', 'RECRUITER'), organization: null, employer: 'factory' };
    expect(needed(recruiter, 'PLACEMENT', mark('Contact.phone', 'CONTACT'))).toBeNull();
    expect(needed(ADMISSIONS, 'TRAINING', mark('MatchCandidate.loan', 'SPECIFIC'))).toBeNull();
  });
});

describe('what would open a filter', () => {
  it('is what would show the rows that it chooses', () => {
    expect(needed(CASEWORKER, 'STATISTICS', byStage)).toEqual({
      purposes: ['PLACEMENT', 'TRAINING', 'BENEFIT'],
    });
    expect(needed(ADMISSIONS, 'TRAINING', byStage)).toEqual({ grant: given('HISTORY', 'TRAINING') });
  });

  it('is no further grant while rows are reached that stay closed to it', () => {
    expect(needed(ADMISSIONS, 'TRAINING', byStage, [grant({ categories: ['IDENTITY'] })])).toBeNull();
  });
});

it('changes with the grants', () => {
  expect(needed(ADMISSIONS, 'PLACEMENT', STAGE)).toEqual({ grant: given('HISTORY', 'PLACEMENT') });
  expect(needed(ADMISSIONS, 'PLACEMENT', STAGE, [grant({})])).toEqual({ purposes: ['TRAINING'] });
});
