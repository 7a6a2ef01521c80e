import { GraphQLLocalDate, GraphQLDateTimeISO } from 'graphql-scalars';
import { GraphQLScalarType } from 'graphql';
import { isInKnownYears } from '../clock/clock';
import { ScalarRefusal } from '../errors/variable-error';

const WIB_OFFSET_MS = 7 * 60 * 60 * 1000;

/** A calendar day; in TypeScript a string YYYY-MM-DD, because a JavaScript Date would drag a time zone in. */
export const DateScalar = new GraphQLScalarType<string, string>({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'Calendar day, ISO 8601 (YYYY-MM-DD), in Western Indonesian Time (WIB).',
  parseValue: (value) => knownDay(GraphQLLocalDate.parseValue(value)),
  parseLiteral: (node) => knownDay(GraphQLLocalDate.parseLiteral(node)),
});

/** A day that neither the calendar of the database nor a reckoning from it can break on. */
function knownDay(day: string | null): string {
  if (day !== null && isInKnownYears(day)) return day;
  throw new ScalarRefusal('A Date must be a day of the years 1900 to 2200, YYYY-MM-DD.');
}

/** An instant; in TypeScript a Date, on the wire with the offset of Western Indonesian Time. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'Instant, ISO 8601 with offset (2025-12-15T09:00:00+07:00).',
  serialize(value) {
    const instant = value instanceof Date ? value : new Date(String(value));
    return `${new Date(instant.getTime() + WIB_OFFSET_MS).toISOString().slice(0, -1)}+07:00`;
  },
});
