import type { AccessEntries } from '@simpul/kit/explanation/access-entries';
import type { Caller } from '@simpul/kit/identity/internal-token';
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** A validated operation, its variables known to fit, with what belongs to its one execution. */
export interface EngineRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | undefined;
  readonly source: string;
  /** Hash of the source: what may be kept for the next request with the same text is kept under it. */
  readonly sourceHash: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** On whose behalf agencies are asked. */
  readonly caller: Caller;
  readonly requestId: string;
  /** Gathers why the caller sees what it sees; null where it did not ask. */
  readonly explanation: AccessEntries | null;
}

/** The answer, whole or in parts. */
export interface EngineResult {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLError[];
}

/** Plans an operation over the supergraph and executes it: the part of the gateway that can be exchanged. */
export interface Engine {
  /** What clients see: the API schema. */
  readonly schema: GraphQLSchema;
  readonly supergraphSdl: string;
  execute(request: EngineRequest): Promise<EngineResult>;
  close(): Promise<void>;
}
