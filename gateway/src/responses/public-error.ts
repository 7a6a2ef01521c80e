import { PURPOSES } from '@simpul/schema/contract/identity';
import type { SubgraphError } from '../subgraph/subgraph-answer';
import type { AnswerErrorExtensions } from './answer-error';

const CODE = /^[A-Z][A-Z0-9_]*$/;
const ID = /^[0-9a-f-]{36}$/;
const COORDINATE = /^\w{1,100}\.\w{1,100}(\(\w{1,100}:\))?$/;

/**
 * What a caller learns of an agency's error: its code and message, and of its extensions only what is named here. An
 * agency that could not say what went wrong did not write its message for the public either, so that is replaced.
 */
export function publicError(
  agency: string,
  { message, extensions = {} }: SubgraphError,
): Omit<AnswerErrorExtensions, 'agency'> & { readonly message: string } {
  const { code, problems, requestId, coordinate, count, purposes } = extensions;
  const isTyped = typeof code === 'string' && CODE.test(code) && code !== 'INTERNAL_SERVER_ERROR';
  return {
    message: isTyped ? message : `The agency ${agency} failed to answer.`,
    code: isTyped ? code : 'INTERNAL_SERVER_ERROR',
    ...(typeof coordinate === 'string' && COORDINATE.test(coordinate) ? { coordinate } : {}),
    ...(typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? { count } : {}),
    ...(Array.isArray(purposes) ? { purposes: PURPOSES.filter((known) => purposes.includes(known)) } : {}),
    ...(Array.isArray(problems) ? { problems: problems.flatMap(publicProblem) } : {}),
    ...(typeof requestId === 'string' && ID.test(requestId) ? { requestId } : {}),
  };
}

function publicProblem(problem: unknown): object[] {
  if (typeof problem !== 'object' || problem === null) return [];
  const { path, message, remedy } = problem as Record<string, unknown>;
  return [{ path, message, remedy }];
}
