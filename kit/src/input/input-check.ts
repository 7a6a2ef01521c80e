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

type Given<T> = T | null | undefined;

/** Collects every problem of an input, so that a caller hears of all of them at once. */
export class InputCheck {
  private readonly problems: InputProblem[] = [];

  /** Reports a problem unless the condition holds. */
  require(holds: boolean, path: readonly string[], message: string, remedy: string): this {
    if (!holds) this.problems.push({ path, message, remedy });
    return this;
  }

  /** Ids of records: random UUIDs. */
  id(path: readonly string[], ...ids: readonly Given<string>[]): this {
    for (const id of ids) {
      if (id == null) continue;
      this.require(
        isUuid(id),
        path,
        'is not an id of this graph.',
        'Pass an id as another query returned it (a UUID).',
      );
    }
    return this;
  }

  /** Kemendagri codes of regions. */
  region(path: readonly string[], ...codes: readonly Given<string>[]): this {
    for (const code of codes) {
      if (code == null) continue;
      this.require(
        isRegionCode(code),
        path,
        'is not a region code in use.',
        'Pass a Kemendagri code with dots, e.g. 36.73 for Kota Serang.',
      );
    }
    return this;
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
    // PostgreSQL stores no NUL character.
    const fits = value == null || (value.trim() !== '' && value.length <= most && !value.includes('\0'));
    return this.require(fits, path, 'is empty or too long.', `Give 1 to ${String(most)} characters.`);
  }

  /** Entries of an official code list, by the form of its codes. */
  codes(path: readonly string[], values: Given<readonly string[]>, form: RegExp, example: string): this {
    const fit = (values ?? []).every((code) => form.test(code));
    return this.require(fit, path, 'has a code of the wrong form.', `Give codes such as ${example}.`);
  }

  /** Throws one error with all problems, if there are any. */
  done(): void {
    if (this.problems.length > 0) throw badInput(this.problems);
  }
}
