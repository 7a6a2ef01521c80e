import { unwrapResolverError } from '@apollo/server/errors';
import { ERRORS } from '@simpul/schema/contract/errors';
import { withoutNik } from '@simpul/schema/contract/nik';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { currentRequestId } from '../http/request-id';
import type { Log } from '../log/log';
import { withoutEcho } from './echo';
import { FieldRefused, SimpulError } from './errors';
import { withoutValue } from './variable-error';

/**
 * The one exit for errors: typed errors keep their code, GraphQL's own keep theirs, anything else is masked.
 * The cause of a masked error goes to the log under the id of the request, never to the caller.
 */
export function errorFormatter(log: Log) {
  const format = formatterOf(log);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const told = format(formatted, error);
    return { ...told, message: withoutNik(told.message) };
  };
}

function formatterOf(log: Log) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    const position = {
      ...(formatted.path ? { path: formatted.path } : {}),
      ...(formatted.locations ? { locations: formatted.locations } : {}),
    };
    if (cause instanceof FieldRefused)
      return { message: cause.message, ...position, extensions: { ...cause.extensions } };
    if (cause instanceof SimpulError) {
      const problems = cause.problems.length > 0 ? { problems: cause.problems } : {};
      return { message: cause.message, ...position, extensions: { code: cause.code, ...problems } };
    }
    if (sqlStateOf(cause) === UNTRANSLATABLE_CHARACTER) {
      const message = 'A text has a NUL character, which cannot be stored or searched for. Send it without.';
      return { message, ...position, extensions: { code: 'BAD_USER_INPUT' } };
    }
    const code = codeOf(formatted, error);
    if (isPublic(code))
      return {
        message: withoutEcho(withoutValue(formatted.message, error)),
        ...position,
        extensions: { code },
      };
    const requestId = currentRequestId();
    log.error({ requestId, cause: withoutMessage(cause) }, 'fault');
    return {
      message: 'Something went wrong on our side. Quote the request id when you report it.',
      ...position,
      extensions: { code: 'INTERNAL_SERVER_ERROR', ...(requestId === undefined ? {} : { requestId }) },
    };
  };
}

/** GraphQL's own error for a change by GET has the right status and a code that says less. */
function isOfWrongMethod(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  const http = error.extensions['http'];
  return typeof http === 'object' && http !== null && 'status' in http && http.status === 405;
}

/** A scalar may know better than the phase in which it refused, e.g. that a literal is not the caller's to write. */
function codeOf({ extensions }: GraphQLFormattedError, error: unknown): unknown {
  if (isOfWrongMethod(error)) return 'METHOD_NOT_ALLOWED';
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  const own = cause instanceof GraphQLError ? cause.extensions['code'] : undefined;
  return own === 'BAD_USER_INPUT' ? own : extensions?.['code'];
}

function isPublic(code: unknown): boolean {
  return typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR' && code in ERRORS;
}

/** SQLSTATE of a text that the database's encoding has no place for; of all text that GraphQL lets in, NUL alone. */
const UNTRANSLATABLE_CHARACTER = '22021';

function sqlStateOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}

/** Where and what, without the message: those of PostgreSQL quote values of rows. */
function withoutMessage(cause: unknown): object {
  if (!(cause instanceof Error)) return { class: typeof cause };
  return {
    class: cause.name,
    sqlState: sqlStateOf(cause),
    at: cause.stack?.split('\n').filter((line) => line.startsWith('    at ')),
  };
}
