import { runCommand } from '@simpul/kit/launch/command';
import { askerOf } from '../testkit/askers';
import { CountingHouse } from './counting-house';
import { FullHouse } from './full-house';
import { type Load, measure } from './latency';
import { readOptions } from './options';
import { type Question, Unanswered, questionNames, readAnswer, readOperation, send } from './question';
import { HEADINGS, type Measured, line } from './table';
import { findVariables } from './variables';

const INTERRUPTED = 130;
/** A question asked alone is answered within this time, 95 times of 100. */
const LIMIT_MS = 500;

const WARM_UP: Load = { requests: 10, clients: 2 };
const ALONE: Load = { requests: 50, clients: 1 };
const TOGETHER: Load = { requests: 100, clients: 20 };

/** The command behind `npm run bench:questions`: what each question costs over as many people as asked for. */
async function benchmark(halt: AbortController): Promise<void> {
  const { people, only, dataFolder } = readOptions(process.argv.slice(2));
  const names = questionNames(only);
  const house = await FullHouse.plan(dataFolder, halt);
  const counting = new CountingHouse(house);
  try {
    const measured = await house.open();
    const { before, after, seconds } = await house.fill(people);
    print(
      `${String(after)} people, of whom ${String(after - before)} were loaded in ${seconds.toFixed(1)} s\n`,
    );
    await measureAll(names, house, { measured, counted: await counting.open(), counting });
  } finally {
    await counting.close();
    await house.close();
  }
}

/** Where questions are asked: of whom the time is taken, and of whom the statements are counted. */
interface Doors {
  readonly measured: string;
  readonly counted: string;
  readonly counting: CountingHouse;
}

async function measureAll(names: readonly string[], house: FullHouse, doors: Doors): Promise<void> {
  const measured: Measured[] = [];
  const faults: string[] = [];
  print(HEADINGS);
  for (const name of names) {
    house.halt.signal.throwIfAborted();
    const row = await attempt(faults, name, async () => {
      const variables = await findVariables(name, house.databases);
      const { login, purpose } = askerOf(name);
      const token = await house.token(login);
      const question = { name, query: readOperation(name), variables, purpose, token };
      return measureQuestion(question, doors, faults);
    });
    if (row === undefined) continue;
    measured.push(row);
    print(line(row));
  }
  judge(measured, faults);
}

async function measureQuestion(
  question: Question,
  { measured, counted, counting }: Doors,
  faults: string[],
): Promise<Measured> {
  const { name } = question;
  const cost = await counting.costOf(async () => {
    readAnswer(question, await send(counted, question));
  });
  const answer = readAnswer(question, await send(measured, question));
  const under = (load: Load) =>
    measure(
      load,
      () => send(measured, question),
      (text) => readAnswer(question, text),
    );
  await under(WARM_UP);
  const alone = await under(ALONE);
  const together = await attempt(faults, `${name}, 20 at once`, () => under(TOGETHER));
  return { name, cost, answer, alone, together };
}

/** Notes why there was no answer, and goes on: one run tells all that is wrong. */
async function attempt<T>(faults: string[], what: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    faults.push(`${what}: ${error.message}`);
    return undefined;
  }
}

/** The last word: what could not be answered, or else how the slowest question stands to the limit. */
function judge(measured: readonly Measured[], faults: readonly string[]): void {
  const [worst] = [...measured].sort((a, b) => b.alone.p95 - a.alone.p95);
  const isFast = worst !== undefined && worst.alone.p95 < LIMIT_MS;
  if (faults.length > 0 || !isFast) process.exitCode = 1;
  for (const fault of faults) print(`\n${fault}`);
  if (worst === undefined) return;
  const verdict = isFast ? 'under' : 'NOT under';
  print(
    `\nworst p95 alone: ${worst.alone.p95.toFixed(0)} ms (${worst.name}), ${verdict} ${String(LIMIT_MS)} ms`,
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

void runCommand(benchmark, INTERRUPTED);
