import type { AccessNeeded } from '@simpul/schema/contract/access-explanation';
import { PURPOSES, type Purpose, ROLES, type Role } from '@simpul/schema/contract/identity';
import { SHOWN_TYPES } from '@simpul/schema/contract/relations';
import type { PersonalMark } from '../graphql/guard/personal-mark';
import { isAnonymous } from '../identity/identity';
import type { Asker, Policy } from '../policy/policy';
import { grantWouldOpen } from '../policy/proposed-grant';

/** Who closes a field: an agency's policy, and the ids of the organisations whose people it keeps. */
export interface Closing {
  readonly policy: Policy;
  readonly keepers: readonly string[];
}

type Purposeful = Asker & { readonly purpose: Purpose };

/** How many remedies are kept of one state of the grants; callers are few kinds. */
const KEPT = 10_000;
const known = new WeakMap<Policy, Map<string, AccessNeeded | null>>();

/**
 * What would open a closed field or filter to a caller, by the policy alone and never by rows; null where nothing would. Found
 * once for each kind of caller, since it takes as many decisions as there are purposes and roles.
 */
export function remedyFor(closing: Closing, asker: Asker, mark: PersonalMark): AccessNeeded | null {
  if (isAnonymous(asker.identity)) return { identity: true };
  const ofPolicy = known.get(closing.policy) ?? new Map<string, AccessNeeded | null>();
  known.set(closing.policy, ofPolicy);
  const cell = `${kindOf(asker)} ${mark.coordinate}`;
  const found = ofPolicy.get(cell);
  if (found !== undefined) return found;
  const remedy = find(closing, asker, mark);
  if (ofPolicy.size >= KEPT) ofPolicy.clear();
  ofPolicy.set(cell, remedy);
  return remedy;
}

function find(closing: Closing, asker: Asker, mark: PersonalMark): AccessNeeded | null {
  const { identity, purpose } = asker;
  const opens = (otherwise: Partial<Asker>): number =>
    openness(closing.policy, { ...asker, ...otherwise }, mark);
  const now = opens({});
  // Open, and yet not for some row: it is that row which has to be covered.
  if (now === WHOLE && purpose !== null) return forRows(closing, { ...asker, purpose }, mark);
  const purposes = PURPOSES.filter((other) => opens({ purpose: other }) > now);
  if (purposes.length > 0) return { purposes };
  if (purpose === null) return { purposes: PURPOSES };
  const roles = rolesThat(
    (added) => opens({ identity: { ...identity, roles: [...identity.roles, ...added] } }) > now,
  );
  return roles.length > 0 ? { roles } : byGrant(closing, { ...asker, purpose }, mark);
}

const SHUT = 0;
const PART = 1;
const WHOLE = 2;

/** How much of a field any row could show; of a filter, whether rows may be chosen by it. */
function openness(policy: Policy, asker: Asker, mark: PersonalMark): number {
  if (mark.isFilter) return policy.mayFilter(asker, mark) ? WHOLE : SHUT;
  const best = policy.best(asker, mark);
  if (best === 'ALLOW') return WHOLE;
  return best === 'MASK' && mark.mask !== 'NONE' ? PART : SHUT;
}

/** What rows lack of which a field is closed that is open on others. */
function forRows(closing: Closing, asker: Purposeful, mark: PersonalMark): AccessNeeded | null {
  const { policy } = closing;
  const consented = [mark.category];
  const waits = policy
    .reachOf(asker)
    .grants.some(
      (grant) =>
        grant.legalBasis === 'CONSENT' &&
        policy.decide(asker, mark, { relations: [], grants: [grant], consented }).verdict === 'ALLOW',
    );
  return waits ? { consent: true } : byGrant(closing, asker, mark);
}

/** The grant that would open a field, and the roles that a caller needs for any grant where it has none of them. */
function byGrant(
  { policy, keepers }: Closing,
  asker: Purposeful,
  { coordinate, category, isFilter }: PersonalMark,
): AccessNeeded | null {
  const { identity, purpose } = asker;
  const recipient = identity.organization ?? identity.office;
  const providers = keepers.filter((keeper) => keeper !== recipient && keeper !== identity.office);
  const isShown = coordinate.replace(/\..*/, '') in SHOWN_TYPES;
  if (recipient === null || providers.length === 0 || isShown) return null;
  const { own, grants } = policy.reachOf(asker);
  // A filter is as closed as any of the rows that are reached already.
  if (isFilter && own.length + grants.length > 0) return null;
  const grant = { category, providers, recipient, purpose };
  if (grantWouldOpen(identity.roles, purpose, category)) return { grant };
  const roles = rolesThat((added) => grantWouldOpen([...identity.roles, ...added], purpose, category));
  return roles.length > 0 ? { roles, grant } : null;
}

/** The roles of which each would do: a rule never takes away what another gives, so that first all are tried at once. */
function rolesThat(open: (added: readonly Role[]) => boolean): readonly Role[] {
  return open(ROLES) ? ROLES.filter((role) => open([role])) : [];
}

/** All of a caller that a decision whatever the row may depend on. */
function kindOf({ identity, purpose, today }: Asker): string {
  const { roles, organization, office, employer, person } = identity;
  const isSomebody = [employer !== null, person !== null];
  return JSON.stringify([[...roles].sort(), organization, office, isSomebody, purpose, today]);
}
