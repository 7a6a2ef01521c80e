import type { ErrorCode } from '@simpul/schema/contract/errors';
import { PURPOSES, type Purpose } from '@simpul/schema/contract/identity';

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

/** Codes of personal fields that a caller does not get, whatever the row. */
export type FieldRefusal = Extract<ErrorCode, 'AUDIT_UNAVAILABLE' | 'FORBIDDEN_FIELD' | 'PURPOSE_REQUIRED'>;

/** Why, as it goes on after the coordinate of the field to a whole sentence. */
export const REFUSAL_REASONS: Readonly<Record<FieldRefusal, string>> = {
  AUDIT_UNAVAILABLE: 'is personal, and that it was shown cannot be recorded now. Ask again later.',
  FORBIDDEN_FIELD: 'is not open to you for this purpose: no rule and no agreement in force gives it.',
  PURPOSE_REQUIRED: `is personal data: say what for, by the header x-purpose (${PURPOSES.join(', ')}).`,
};

/** What an error says of a refused field beside its message. */
export interface FieldRefusalExtensions {
  readonly code: FieldRefusal;
  /** `Type.field`; of a filter `Input.field` or `Type.field(argument:)`. */
  readonly coordinate: string;
  /** How many places of the answer it is for: one error stands for all of them. */
  count: number;
  /** The purposes that could be given. */
  readonly purposes?: readonly Purpose[];
}

/** The one error of a request for a personal field that the caller does not get; it counts on while the answer is made. */
export class FieldRefused extends SimpulError {
  readonly extensions: FieldRefusalExtensions;

  constructor(code: FieldRefusal, coordinate: string) {
    super(code, `${coordinate} ${REFUSAL_REASONS[code]}`);
    this.name = 'FieldRefused';
    const purposes = code === 'PURPOSE_REQUIRED' ? { purposes: PURPOSES } : {};
    this.extensions = { code, coordinate, count: 1, ...purposes };
  }
}
