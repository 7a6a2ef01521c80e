import type { Reach } from './reach';

/** Whether an agency knows who has withdrawn a consent; where consents are given themselves it always does. */
export interface ConsentKnowledge {
  isFresh(): boolean;
}

/** What is left of a reach while it is not known who has withdrawn a consent: grants that rest on one open nothing. */
export function withoutConsents(reach: Reach): Reach {
  return { ...reach, grants: reach.grants.filter(({ legalBasis }) => legalBasis !== 'CONSENT') };
}
