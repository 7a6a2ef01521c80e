import { GraphQLError } from 'graphql';

/** What a scalar of the house says of a value that it does not take; it never repeats the value. */
export class ScalarRefusal extends GraphQLError {}

const INVALID = /^Variable "(\$\w+)" got invalid value /;
const PLACE = / at "([\w.[\]]+)"$/;

/** Reasons that the reference implementation words from the schema alone; a field that it does not know is the caller's word. */
const OF_THE_SCHEMA = [
  /^Expected non-nullable type "[\w[\]!]+" not to be null\.$/,
  /^Expected type "\w+" to be an object\.$/,
  /^Expected type "\w+"\.$/,
  /^Field "\w+" of required type "[\w[\]!]+" was not provided\.$/,
  /^Field "\w{1,64}" is not defined by type "\w+"\./,
];

/**
 * The message of an error, without the value of a variable that did not fit: the reference implementation repeats the whole
 * value, and scalars their part of it. The variable, the place in it and the reason are told.
 */
export function withoutValue(message: string, error: unknown): string {
  const [invalid, variable] = INVALID.exec(message) ?? [];
  if (invalid === undefined || variable === undefined) return message;
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  const reason = reasonOf(error);
  const told = reason === undefined ? message : message.slice(0, -reason.length - '; '.length);
  const [, place] = PLACE.exec(told.slice(invalid.length)) ?? [];
  const where = place === undefined ? '' : ` at "${place}"`;
  const why = reason !== undefined && isTellable(reason, cause) ? reason : 'It does not fit its type.';
  return `Variable "${variable}" got an invalid value${where}. ${why}`;
}

function reasonOf(error: unknown): string | undefined {
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  return cause && error instanceof GraphQLError && error.message.endsWith(`; ${cause.message}`)
    ? cause.message
    : undefined;
}

function isTellable(reason: string, cause: Error | undefined): boolean {
  return cause instanceof ScalarRefusal || OF_THE_SCHEMA.some((form) => form.test(reason));
}
