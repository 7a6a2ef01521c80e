import { Subgraph } from './subgraph';

/** What a style rule looks at: one subgraph, all of them together, and the agency's part of the contract. */
export interface Scope {
  subgraph: Subgraph;
  all: readonly Subgraph[];
  agreed: Subgraph | undefined;
}
