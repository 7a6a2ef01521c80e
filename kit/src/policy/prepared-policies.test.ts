import { OPENED_BY_RELATION, type Opening, RELATIONS } from '@simpul/schema/contract/relations';
import { type BundleGrant, PERSONAL_DATA_CATEGORIES } from '@simpul/schema/contract/bundle';
import { PURPOSES, ROLES } from '@simpul/schema/contract/identity';
import { anonymous } from '../identity/identity';
import { AccessRules, policyFaults } from './access-rules';

const admissions = { ...anonymous, organization: 'centre', roles: ['ADMISSIONS'] as const };
const NAME = { coordinate: 'Person.name', category: 'IDENTITY' } as const;
const TODAY = '2026-06-15';

const grantTo = (recipient: string, id: string): BundleGrant => ({
  ...{ id, version: 1, agreement: 'D1', clause: null, provider: 'office', recipient },
  ...{ categories: ['IDENTITY'], purposes: ['TRAINING'], regions: [], onlyUnderAgreement: false, fields: [] },
  ...{ legalBasis: 'PUBLIC_TASK', validFrom: '2026-01-01', validTo: null, countersignatures: [] },
});

const opens = (rules: AccessRules) => rules.reaching(admissions, 'TRAINING', TODAY).map(({ id }) => id);

it('finds no fault in the policies', () => {
  expect(policyFaults()).toEqual([]);
});

it('keeps deciding by the grants it was made of, however many states of them came later', () => {
  const first = new AccessRules([grantTo('centre', 'grant')]);
  expect(opens(first)).toEqual(['grant']);
  const later = Array.from({ length: 40 }, () => new AccessRules([grantTo('somebody else', 'grant')]));
  expect(later.map(opens).flat()).toEqual([]);
  expect(opens(first)).toEqual(['grant']);
  expect(first.onRelation(admissions, 'TRAINING', NAME, 'OWN')).toBe('ALLOW');
});

it('asks Cedar about every grant by itself', () => {
  const rules = new AccessRules(['a', 'b', 'c'].map((id) => grantTo(id === 'b' ? 'centre' : 'other', id)));
  expect(opens(rules)).toEqual(['b']);
});

it('opens by relations what the contract says that they open, and to somebody all of it', () => {
  const rules = new AccessRules([]);
  const found = Object.fromEntries(
    RELATIONS.map((relation) => [
      relation,
      Object.fromEntries(
        PERSONAL_DATA_CATEGORIES.flatMap((category) => {
          const field = { coordinate: 'Type.field', category };
          const verdicts = ROLES.flatMap((role) =>
            PURPOSES.map((purpose) =>
              rules.onRelation({ ...anonymous, roles: [role] }, purpose, field, relation),
            ),
          );
          const opening: Opening | null = verdicts.includes('ALLOW')
            ? 'WHOLE'
            : verdicts.includes('MASK')
              ? 'MASKED'
              : null;
          return opening === null ? [] : [[category, opening]];
        }),
      ),
    ]),
  );
  expect(found).toEqual(OPENED_BY_RELATION);
});
