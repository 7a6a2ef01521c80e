import type { BundleGrant, PersonalDataCategory } from '@simpul/schema/contract/bundle';

/**
 * How a caller stands to a row about a person without any agreement: its organisation keeps the row, employs the person,
 * is the person, was shown the row as a candidate for a vacancy of its own, or was shown the document itself.
 */
export type Relation = 'OWN' | 'STAFF' | 'SELF' | 'CANDIDATE' | 'PRESENTED';

/** Which rows about people a request may read in one agency; row-level security holds it to that. */
export interface Reach {
  /** Of the organisations whose people the agency keeps, those the caller works for. */
  readonly own: readonly string[];
  /** The employer the caller recruits for. */
  readonly staff: string | null;
  /** The person the caller is. */
  readonly self: string | null;
  /** The grants that open rows of this agency to the caller's organisation today and for its purpose. */
  readonly grants: readonly BundleGrant[];
}

/** How a caller stands to one person's rows in one agency: the relations, and the grants that cover them. */
export interface Standing {
  readonly relations: readonly Relation[];
  readonly grants: readonly BundleGrant[];
  /** Categories that the person lets the caller's organisation have for its purpose; a grant may rest on that. */
  readonly consented: readonly PersonalDataCategory[];
}

/** Nothing is reached: no purpose, or nothing that opens anything. */
export const NO_REACH: Reach = { own: [], staff: null, self: null, grants: [] };

/** The rows are a stranger's, or there are none. */
export const STRANGER: Standing = { relations: [], grants: [], consented: [] };
