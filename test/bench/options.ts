import { parseArgs } from 'node:util';
import { readPeople } from '@simpul/kit/launch/people';
import { CannotStart } from '@simpul/kit/postgres/cannot-start';

/** What a run of the benchmark is told. */
export interface BenchOptions {
  readonly people: number;
  /** Names of questions; none means all of them. */
  readonly only: readonly string[];
  /** A data folder that stays, so that the next run finds its people; without one a fresh folder comes and goes. */
  readonly dataFolder: string | undefined;
}

/** Reads the command line; refuses what it does not know and says what to write instead. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { people, only, data } = readFlags(args);
  return { people: readPeople(['--people', people]), only, dataFolder: data };
}

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        people: { type: 'string', default: '100000' },
        only: { type: 'string', multiple: true, default: [] },
        data: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart(
      `${reason}\nUsage: npm run bench:questions -- [--people 100000] [--only agencies-06]… [--data FOLDER]`,
    );
  }
}
