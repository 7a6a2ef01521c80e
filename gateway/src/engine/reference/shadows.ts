import type { Path } from '../../responses/answer-error';

/** Knows which empty places of an answer follow from faults that are reported already. */
export class Shadows {
  private readonly below = new Set<string>();
  private readonly above = new Set<string>();

  /** Everything at and under this path, whose `@` stand for every element of a list, follows from a reported fault. */
  castBelow(pattern: Path): void {
    this.below.add(keyOf(pattern));
  }

  /**
   * A fault at this place explains the nulls above it, to which it may have spread, and those beside it, whose fetches
   * may have needed it; but never other root fields.
   */
  castAround(path: Path): void {
    const beside = path.length > 1 && typeof path.at(-1) === 'string' ? path.slice(0, -1) : path;
    this.below.add(keyOf(beside));
    for (let length = 1; length <= path.length; length += 1) this.above.add(keyOf(path.slice(0, length)));
  }

  /** Whether a null at this place needs no error of its own. */
  explain(path: Path): boolean {
    if (this.above.has(keyOf(path))) return true;
    return path.some((_step, index) => {
      const start = path.slice(0, index + 1);
      return this.below.has(keyOf(start)) || this.below.has(keyOf(patternOf(start)));
    });
  }
}

function patternOf(path: Path): Path {
  return path.map((step) => (typeof step === 'number' ? '@' : step));
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
