import type { ErrorCode } from '@simpul/schema/contract/errors';

/** Why a fetch brought nothing. */
export type FaultCode = Extract<
  ErrorCode,
  'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_INVALID_RESPONSE' | 'SUBGRAPH_REFUSED'
>;

/** A fetch that brought nothing; the message is for the log, since it may name hosts and ports. */
export class SubgraphFault extends Error {
  constructor(
    readonly code: FaultCode,
    reason: string,
  ) {
    super(reason);
    this.name = 'SubgraphFault';
  }
}
