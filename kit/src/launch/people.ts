import { parseArgs } from 'node:util';
import { CannotStart } from '../postgres/cannot-start';

/** The demonstration population is loaded in blocks of so many people. */
export const PEOPLE_PER_BLOCK = 250;

/** How many people a house has when nobody asks for more. */
export const DEFAULT_PEOPLE = 2000;

/** Reads `--people N` from a command line that may hold nothing else. */
export function readPeople(args: readonly string[]): number {
  const text = readFlag(args);
  const people = Number(text);
  if (!Number.isInteger(people) || people < PEOPLE_PER_BLOCK || people % PEOPLE_PER_BLOCK !== 0) {
    throw new CannotStart(
      `--people ${text}: must be a multiple of ${String(PEOPLE_PER_BLOCK)}, for example --people 100000.`,
    );
  }
  return people;
}

function readFlag(args: readonly string[]): string {
  try {
    return parseArgs({
      args: [...args],
      options: { people: { type: 'string', default: String(DEFAULT_PEOPLE) } },
    }).values.people;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`${reason}\nUsage: npm run demo -- --people 100000`);
  }
}
