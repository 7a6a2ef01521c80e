import { type Identity, anonymous } from '@simpul/kit/identity/identity';
import type { Policy } from '@simpul/kit/policy/policy';
import { PolicySource, fixedGrants } from '@simpul/kit/policy/policy-source';
import type { Relation, Standing } from '@simpul/kit/policy/reach';
import { type BundleGrant, PERSONAL_DATA_CATEGORIES } from '@simpul/schema/contract/bundle';
import { type Role, PURPOSES as KNOWN_PURPOSES } from '@simpul/schema/contract/identity';
import { PURPOSES, RELATIONS, ROLES } from './rows';
import { type Cell, writtenVerdict } from './written-verdict';

const TODAY = '2026-06-15';
const GRANTED = { categories: ['IDENTITY', 'HISTORY'], purposes: ['TRAINING', 'PLACEMENT'] } as const;

const GRANT: BundleGrant = {
  ...{
    id: 'grant-of-the-matrix',
    version: 1,
    agreement: 'D1',
    clause: null,
    provider: 'keeper',
    recipient: 'partner',
  },
  ...GRANTED,
  ...{ regions: [], onlyUnderAgreement: true, fields: [], legalBasis: 'PUBLIC_TASK' },
  ...{ validFrom: '2026-01-01', validTo: null, countersignatures: [] },
};

function standingOf(relation: string): Standing {
  const none = { relations: [], grants: [], consented: [] };
  if (relation === 'SHARED') return { ...none, grants: [GRANT] };
  return relation === 'UNSHARED' ? none : { ...none, relations: [relation as Relation] };
}

function found(policy: Policy, { role, relation, category, purpose }: Cell): string {
  const isShared = relation === 'SHARED';
  const identity: Identity = {
    ...anonymous,
    ...{ subject: 'matrix', client: 'matrix', organization: isShared ? 'partner' : 'keeper' },
    roles: role === 'NOBODY' ? [] : [role as Role],
  };
  const asker = {
    identity,
    purpose: KNOWN_PURPOSES.find((known) => known === purpose) ?? null,
    today: TODAY,
  };
  const field = {
    coordinate: 'Person.name',
    category: category as (typeof PERSONAL_DATA_CATEGORIES)[number],
  };
  return policy.decide(asker, field, standingOf(relation)).verdict;
}

const CELLS: readonly Cell[] = ROLES.flatMap((role) =>
  RELATIONS.flatMap((relation) =>
    PERSONAL_DATA_CATEGORIES.flatMap((category) =>
      PURPOSES.map((purpose) => ({
        ...{ role, relation, category, purpose },
        agreement: relation === 'SHARED' ? 'IN_FORCE' : 'NONE',
      })),
    ),
  ),
);

it('decides every cell as it is written by hand', () => {
  const policy = new PolicySource(['keeper'], fixedGrants({ version: 1, grants: [GRANT] })).current();
  const wrong = CELLS.flatMap((cell) => {
    const [written, decided] = [writtenVerdict(cell, GRANTED), found(policy, cell)];
    return written === decided ? [] : [{ ...cell, written, decided }];
  });
  expect(wrong).toEqual([]);
  expect(CELLS.length).toBeGreaterThan(2000);
});

it('opens nothing that was shared once the grants are not known', () => {
  const policy = new PolicySource(['keeper'], fixedGrants(null)).current();
  const open = CELLS.filter((cell) => cell.relation === 'SHARED' && found(policy, cell) !== 'DENY');
  expect(open).toEqual([]);
});
