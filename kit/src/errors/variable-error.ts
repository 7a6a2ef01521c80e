import { GraphQLError } from 'graphql';

/** What a scalar of the house says of a value that it does not take; it never repeats the value. */
export class ScalarRefusal extends GraphQLError {}

const INVALID = /^Variable "(\$\w+)" got invalid value /;
const PLACE = / at "([\w.[\]]+)"$/;
const NO_SUCH_VALUE = / does not exist in "(\w+)" enum\./;

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
  const reason = reasonOf(message, error);
  const told = reason === undefined ? message : message.slice(0, -reason.length - '; '.length);
  const [, place] = PLACE.exec(told.slice(invalid.length)) ?? [];
  const where = place === undefined ? '' : ` at "${place}"`;
  return `Variable "${variable}" got an invalid value${where}. ${tellable(reason, error)}`;
}

function reasonOf(message: string, error: unknown): string | undefined {
  const cause = causeOf(error);
  return cause && message.endsWith(`; ${cause.message}`) ? cause.message : undefined;
}

function causeOf(error: unknown): Error | undefined {
  return error instanceof GraphQLError ? error.originalError : undefined;
}

function tellable(reason: string | undefined, error: unknown): string {
  if (reason === undefined) return 'It does not fit its type.';
  const [, list] = NO_SUCH_VALUE.exec(reason) ?? [];
  if (list !== undefined) return `It is no value of "${list}".`;
  const isOurs = causeOf(error) instanceof ScalarRefusal || OF_THE_SCHEMA.some((form) => form.test(reason));
  return isOurs ? reason : 'It does not fit its type.';
}
