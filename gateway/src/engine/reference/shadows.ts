import type { Path } from '../../responses/answer-error';

/** Knows which empty places of an answer follow from faults that are reported already. */
export class Shadows {
  private readonly below = new Set<string>();
  private readonly above = new Set<string>();
  private readonly rows = new Set<string>();
  private readonly brought = new Set<string>();

  /** Everything at and under this path, whose `@` stand for every element of a list, follows from a reported fault. */
  castBelow(pattern: Path): void {
    this.below.add(keyOf(pattern));
  }

  /** Whatever nobody brought to these rows may have needed what a reported fault left out. */
  castOver(rows: Path): void {
    this.rows.add(keyOf(rows));
  }

  /** An agency answered for this field of rows, so that no fault of another agency explains its nulls. */
  lift(field: Path): void {
    this.brought.add(keyOf(field));
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
    const starts = path.map((_step, index) => path.slice(0, index + 1)).reverse();
    if (starts.some((start) => this.below.has(keyOf(start)) || this.below.has(keyOf(patternOf(start))))) {
      return true;
    }
    const patterns = starts.map((start) => keyOf(patternOf(start)));
    const nearest = patterns.find((pattern) => this.rows.has(pattern) || this.brought.has(pattern));
    return nearest !== undefined && this.rows.has(nearest);
  }
}

function patternOf(path: Path): Path {
  return path.map((step) => (typeof step === 'number' ? '@' : step));
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
