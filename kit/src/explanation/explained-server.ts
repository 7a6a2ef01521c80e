import type { BaseContext } from '@apollo/server';
import type { Approach, OperationServer } from '../http/graphql-route';
import { AccessExplanation, type ExplainedRequest } from './access-explanation';
import { asksExplanation } from './explain-header';

/** A context whose answer is explained where there is an explanation in it. */
export interface ExplainedContext extends BaseContext {
  readonly explanation?: AccessExplanation;
}

/** The explanation for the context of a request, if it asks for one. */
export function explanationFor(
  approach: Approach,
  agency: string,
  request: ExplainedRequest,
): ExplainedContext {
  return asksExplanation(approach) ? { explanation: new AccessExplanation(agency, request) } : {};
}

/** A GraphQL server whose answers carry their explanation, where they were asked for one, in `extensions.access`. */
export function explained<T extends ExplainedContext>(server: OperationServer<T>): OperationServer<T> {
  return {
    executeOperation: async (request, options) => {
      const response = await server.executeOperation(request, options);
      const { explanation } = options.contextValue;
      if (explanation === undefined || response.body.kind !== 'single') return response;
      const { singleResult } = response.body;
      const extensions = { ...singleResult.extensions, access: explanation.list() };
      return { ...response, body: { kind: 'single', singleResult: { ...singleResult, extensions } } };
    },
  };
}
