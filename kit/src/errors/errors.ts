import type { ErrorCode } from '@simpul/schema/contract/errors';

/** One bad part of an input: where it is, what is wrong, what to do instead. */
export interface InputProblem {
  readonly path: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

/** A fault that a caller is told about; services throw it without knowing GraphQL. */
export class SimpulError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly problems: readonly InputProblem[] = [],
  ) {
    super(message);
    this.name = 'SimpulError';
  }
}

/** The error for malformed input: names every bad field at once, so that a caller corrects them in one go. */
export function badInput(problems: readonly InputProblem[]): SimpulError {
  const sentences = problems.map(({ path, message, remedy }) => `${path.join('.')}: ${message} ${remedy}`);
  return new SimpulError('BAD_USER_INPUT', sentences.join(' '), problems);
}
