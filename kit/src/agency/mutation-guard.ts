import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { AuditedContext } from '../audit/audited-server';
import type { Claims } from '../identity/internal-token';
import type { ReplayMemory } from '../identity/replay-memory';

/** The context of a request with what the gateway said of it. */
export interface AdmittedContext extends AuditedContext {
  readonly claims: Claims;
}

/**
 * Refuses a mutation whose token was used before, like every other request without a valid one. Queries may be repeated: they
 * change nothing, and who can repeat one has seen it and its answer.
 */
export function mutationGuard(memory: ReplayMemory): ApolloServerPlugin<AdmittedContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation, contextValue }) => {
          if (operation?.operation !== OperationTypeNode.MUTATION) return Promise.resolve();
          return memory.isFirstUse(contextValue.claims) ? Promise.resolve() : Promise.reject(replayed());
        },
      }),
  };
}

function replayed(): GraphQLError {
  return new GraphQLError('This word of the gateway was used before; a mutation needs one of its own.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
}
