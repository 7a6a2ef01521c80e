import { MAX_PAGE } from '@simpul/kit/database/page';
import { type Budgets, BUDGETS, WIDE_BUDGETS } from './budgets';

/** What the edge lets through, beside what it never does. */
export interface EdgePolicy {
  readonly budgets: Budgets;
  /** Whose right it is to read the schema. */
  readonly introspection: 'developers' | 'all';
  /** What clients of the class PUBLIC may run. */
  readonly publicOperations: 'registered' | 'any';
  /** Most rows that a page can have: who asks for more learns it from the agency, with all else that is wrong. */
  readonly largestPage: number;
  /** Whether answers tell what they cost. */
  readonly reportsCost: boolean;
  /** Milliseconds, of any beginning, that never go back. */
  readonly now: () => number;
}

const now = (): number => performance.now();

/** The policy of the house. */
export function housePolicy(publicOperations: EdgePolicy['publicOperations']): EdgePolicy {
  return {
    budgets: BUDGETS,
    introspection: 'developers',
    publicOperations,
    largestPage: MAX_PAGE,
    reportsCost: true,
    now,
  };
}

/** The policy for any supergraph: nobody has an identity there, and answers are what its subgraphs say and no more. */
export const OPEN_POLICY: EdgePolicy = {
  budgets: WIDE_BUDGETS,
  introspection: 'all',
  publicOperations: 'any',
  // Beyond every budget, and small enough to be reckoned with.
  largestPage: 1_000_000_000,
  reportsCost: false,
  now,
};
