import { GraphQLError } from 'graphql';

/** A place in an answer. */
export type Path = readonly (string | number)[];

/** What an error of an answer may say beside its message; everything else an agency sends along stays inside. */
export interface AnswerErrorExtensions {
  readonly code: string;
  readonly agency?: string;
  readonly count?: number;
  /** The field or filter that is refused. */
  readonly coordinate?: string;
  readonly problems?: unknown;
  readonly purposes?: readonly string[];
  readonly requestId?: string;
}

/** An error that the gateway itself has put together for the caller, and that needs no further masking. */
export class AnswerError extends GraphQLError {
  constructor(message: string, path: Path | undefined, extensions: AnswerErrorExtensions) {
    super(message, { ...(path ? { path } : {}), extensions: { ...extensions } });
  }
}
