import type { BundleGrant } from '@simpul/schema/contract/bundle';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { Identity } from '../identity/identity';
import type { PersonalField, Verdict } from './access-rules';
import { NO_REACH, type Reach, type Relation, type Standing } from './reach';

/** Who asks for what: all that a decision may depend on beside the field and the row. */
export interface Asker {
  readonly identity: Identity;
  readonly purpose: Purpose | null;
  /** Today in WIB, YYYY-MM-DD. */
  readonly today: string;
}

/** What decides on a field of a row, and by what: a relation of the caller's own or a grant; of DENY neither. */
export interface Decision {
  readonly verdict: Verdict;
  readonly relation: Relation | null;
  readonly grant: BundleGrant | null;
}

/** The access policy of one agency over one state of the grants. A request takes it once and keeps it. */
export interface Policy {
  /** Version of the bundle; null while there is none fresh enough, when no grant opens anything. */
  readonly bundleVersion: number | null;
  /** The grants of the agency's people, whether their days have come or not. */
  readonly grants: readonly BundleGrant[];
  reachOf(asker: Asker): Reach;
  /** Decides on a field of rows to which the caller stands like this. */
  decide(asker: Asker, field: PersonalField, standing: Standing): Decision;
  /** The best that the field can become for the caller, whatever the row: DENY is an error, and says nothing about rows. */
  best(asker: Asker, field: PersonalField): Verdict;
  /** Whether rows may be chosen by a personal filter: only if every row that the caller reaches would show it unmasked. */
  mayFilter(asker: Asker, filter: PersonalField): boolean;
}

/** Opens nothing to anybody: for an agency's own work, which reaches no people through its serving role. */
export const closedPolicy: Policy = {
  bundleVersion: null,
  grants: [],
  reachOf: () => NO_REACH,
  decide: () => ({ verdict: 'DENY', relation: null, grant: null }),
  best: () => 'DENY',
  mayFilter: () => false,
};
