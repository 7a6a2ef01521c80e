import type { DocumentNode, GraphQLFormattedError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { badInput } from '@simpul/kit/errors/errors';
import type { EngineResult } from '../engine/engine';
import { AnswerError } from '../responses/answer-error';
import { IncomingNumbers } from './incoming-numbers';
import { printable, withoutNumbers } from './outgoing-numbers';

/** An operation on its way in, as its caller sent it. */
export interface GuardedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Keeps population numbers out of everything that passes the gateway, but for the one way in and the one way out. */
export class NumberGuard {
  private readonly incoming: IncomingNumbers;

  constructor(private readonly schema: GraphQLSchema) {
    this.incoming = new IncomingNumbers(schema);
  }

  /** Why an operation is refused, if it is. */
  refusal({ document, operation, variables }: GuardedOperation): AnswerError | null {
    const problems = this.incoming.problems(document, operation, variables);
    if (problems.length === 0) return null;
    const { code, message } = badInput(problems);
    return new AnswerError(message, undefined, { code, problems });
  }

  /** An answer without numbers. */
  answer(request: GuardedOperation, result: EngineResult): EngineResult {
    return withoutNumbers(this.schema, request, result);
  }

  /** An error without numbers, whoever worded it. */
  error(error: GraphQLFormattedError): GraphQLFormattedError {
    return printable(error) as GraphQLFormattedError;
  }
}
