import { REFUSAL_REASONS } from '@simpul/kit/errors/errors';
import { isAnonymous } from '@simpul/kit/identity/identity';
import { PURPOSES, ROLES } from '@simpul/schema/contract/identity';
import { NIK_INPUTS } from '@simpul/schema/contract/nik';
import { CLOSED_FIELDS, PUBLIC_QUERIES, PUBLIC_TYPES } from '@simpul/schema/contract/public-queries';
import { SHOWN_TYPES } from '@simpul/schema/contract/relations';
import type { Caller } from '@simpul/kit/identity/internal-token';
import type { Supergraph } from '../supergraph/supergraph';
import { openRule } from './open-rule';
import type { Refusal, Rule } from './rule';

const UNIDENTIFIED: Refusal = {
  code: 'UNAUTHENTICATED',
  reason: 'needs an identity, and no valid one came with the request.',
  needed: { identity: true },
};
const UNIDENTIFIED_ABOUT_PEOPLE: Refusal = {
  ...UNIDENTIFIED,
  needed: { identity: true, purposes: PURPOSES },
};
const WITHOUT_ROLE: Refusal = {
  code: 'FORBIDDEN',
  reason: 'is open to no caller without a role.',
  needed: { roles: ROLES },
};
const PURPOSELESS: Refusal = {
  code: 'PURPOSE_REQUIRED',
  reason: REFUSAL_REASONS.PURPOSE_REQUIRED,
  purposes: PURPOSES,
  needed: { purposes: PURPOSES },
};

const PUBLIC = new Set<string>(PUBLIC_QUERIES);
const TYPES = new Set<string>(PUBLIC_TYPES);
const CLOSED = new Set<string>(CLOSED_FIELDS);
/** Personal without a mark: the contract marks what is answered and filtered by, and a number goes in. */
const NUMBERS = new Set(NIK_INPUTS);
const ROOTS = new Set(['Query', 'Mutation']);
const WRAPPER = /(Connection|Edge)$/;

/**
 * What holds before any agreement is looked at: without an identity only what is public, and nothing personal without a
 * purpose.
 */
export function baseRule({ personal, restricted }: Pick<Supergraph, 'personal' | 'restricted'>): Rule {
  const foreign = openRule(restricted);
  const isClosed = (coordinate: string): boolean => {
    if (personal.coordinates.has(coordinate) || personal.records.has(coordinate)) return true;
    const [type = '', field] = coordinate.split('.');
    if (field === undefined)
      return personal.objects.has(type) && !ROOTS.has(type) && !TYPES.has(type.replace(WRAPPER, ''));
    return type === 'Mutation' || CLOSED.has(coordinate) || (type === 'Query' && !isPublic(field));
  };
  // Rows are those of people whom the caller reaches for its purpose: without one there would be none, and no word of why.
  const isPersonal = (coordinate: string): boolean =>
    personal.coordinates.has(coordinate) ||
    NUMBERS.has(coordinate) ||
    (personal.records.has(coordinate) && !(coordinate.replace(WRAPPER, '') in SHOWN_TYPES));
  return {
    keyOf: standingOf,
    decide: (coordinate, caller, answer) => {
      const refusal = foreign.decide(coordinate, caller, answer);
      if (refusal !== null) return refusal;
      switch (standingOf(caller)) {
        case 'anonymous':
          if (!isClosed(coordinate)) return null;
          return isPersonal(coordinate) ? UNIDENTIFIED_ABOUT_PEOPLE : UNIDENTIFIED;
        case 'without a role':
          return isClosed(coordinate) ? WITHOUT_ROLE : null;
        case 'without a purpose':
          return isPersonal(coordinate) ? PURPOSELESS : null;
        case 'complete':
          return null;
      }
    },
  };
}

type Standing = 'anonymous' | 'without a role' | 'without a purpose' | 'complete';

function standingOf({ identity, purpose }: Caller): Standing {
  if (isAnonymous(identity)) return 'anonymous';
  if (identity.roles.length === 0) return 'without a role';
  return purpose === null ? 'without a purpose' : 'complete';
}

/** The arguments of a public field are as public as it is. */
function isPublic(field: string): boolean {
  return PUBLIC.has(field.replace(/\(.*$/, ''));
}
