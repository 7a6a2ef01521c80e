import { isInKnownYears } from '../clock/clock';
import { type InputProblem, badInput } from '../errors/errors';
import { MAX_PAGE, type PageArguments } from '../database/page';
import { isRegionCode } from './region-codes';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID as this graph writes them, in lower case: other spellings would miss the records of a batch. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** One key per change, long enough for a UUID or a client's own document number. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** Most values of one list: each of them costs the database something. */
const MOST_VALUES = 100;

/** Characters of one value of a list of free texts. */
const LONGEST_VALUE = 200;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

type Given<T> = T | null | undefined;
type OneOrMany = Given<string | readonly string[]>;

/** Collects every problem of an input, so that a caller hears of all of them at once. */
export class InputCheck {
  private readonly problems: InputProblem[] = [];

  /** Reports a problem unless the condition holds; of one path only the first, which the others may follow from. */
  require(holds: boolean, path: readonly string[], message: string, remedy: string): this {
    if (!holds && !this.isReported(path)) this.problems.push({ path, message, remedy });
    return this;
  }

  /** Ids of records: random UUIDs. */
  id(path: readonly string[], ids: OneOrMany): this {
    return this.each(path, ids, isUuid, [
      'is not an id of this graph.',
      'Pass an id as another query returned it (a UUID).',
    ]);
  }

  /** Kemendagri codes of regions. */
  region(path: readonly string[], codes: OneOrMany): this {
    return this.each(path, codes, isRegionCode, [
      'is not a region code in use.',
      'Pass a Kemendagri code with dots, e.g. 36.73 for Kota Serang.',
    ]);
  }

  /** `first` and `after` of a connection. */
  page({ first }: PageArguments): this {
    const inRange = first == null || (first >= 1 && first <= MAX_PAGE);
    return this.require(
      inRange,
      ['first'],
      'is out of range.',
      `Ask for 1 to ${String(MAX_PAGE)} rows and page on with after.`,
    );
  }

  /** A stretch of days whose end must not precede its start. */
  period(path: readonly string[], from: Given<string>, to: Given<string>): this {
    return this.require(
      from == null || to == null || from <= to,
      path,
      'ends before it begins.',
      'Swap the two days.',
    );
  }

  /** The key that makes a repeated change harmless. */
  idempotencyKey(key: string): this {
    return this.require(
      IDEMPOTENCY_KEY.test(key),
      ['input', 'idempotencyKey'],
      'must be 1 to 200 visible ASCII characters.',
      'Send a fresh UUID with each new change.',
    );
  }

  /** A whole number or amount between two bounds. */
  range(path: readonly string[], value: Given<number>, least: number, most: number): this {
    const inRange = value == null || (value >= least && value <= most);
    return this.require(inRange, path, 'is out of range.', `Give ${String(least)} to ${String(most)}.`);
  }

  /** Text with something in it, up to a length. */
  text(path: readonly string[], value: Given<string>, most: number): this {
    const fits = value == null || isText(value, most);
    return this.require(fits, path, 'is empty or too long.', `Give 1 to ${String(most)} characters.`);
  }

  /** A list of free texts. */
  values(path: readonly string[], values: Given<readonly string[]>): this {
    return this.each(path, values, (value) => isText(value, LONGEST_VALUE), [
      'has a value that is empty or too long.',
      `Give values of 1 to ${String(LONGEST_VALUE)} characters.`,
    ]);
  }

  /** Entries of an official code list, by the form of its codes. */
  codes(path: readonly string[], codes: OneOrMany, form: RegExp, example: string): this {
    return this.each(path, codes, (code) => form.test(code), [
      'has a code of the wrong form.',
      `Give codes such as ${example}.`,
    ]);
  }

  /** A month of the years that the graph knows. */
  month(path: readonly string[], value: Given<string>): this {
    const fits = value == null || (MONTH.test(value) && isInKnownYears(value));
    return this.require(fits, path, 'is not a month.', 'Give it as YYYY-MM, e.g. 2026-05.');
  }

  /** Throws one error with all problems, if there are any. */
  done(): void {
    if (this.problems.length > 0) throw badInput(this.problems);
  }

  private each(
    path: readonly string[],
    given: OneOrMany,
    fits: (value: string) => boolean,
    [message, remedy]: readonly [message: string, remedy: string],
  ): this {
    const values = typeof given === 'string' ? [given] : (given ?? []);
    if (values.length > MOST_VALUES)
      return this.require(false, path, 'has too many values.', `Give at most ${String(MOST_VALUES)}.`);
    return this.require(values.every(fits), path, message, remedy);
  }

  private isReported(path: readonly string[]): boolean {
    return this.problems.some((problem) => problem.path.join('.') === path.join('.'));
  }
}

function isText(value: string, most: number): boolean {
  // PostgreSQL stores no NUL character.
  return value.trim() !== '' && value.length <= most && !value.includes('\0');
}
