import { grouped } from '../context/grouped';

/** Fewest people a published cell may stand for. */
export const SMALLEST_CELL = 5;

/** A cell with a count of people, as it may be shown. */
export type PublishedCell<C extends { readonly count: number }> = Omit<C, 'count'> & {
  readonly count: number | null;
  readonly suppressed: boolean;
};

/** A count fit for publishing, or null where it would point at single people; nobody is nobody's secret. */
export function published(count: number): number | null {
  return count > 0 && count < SMALLEST_CELL ? null : count;
}

/** Counts of the parts of a total that is published too. */
export function publishedParts(counts: readonly number[]): (number | null)[] {
  return publishedAlong(counts, [[...counts.keys()]]);
}

/** Cells fit for publishing; each of the columns may be left out of a coarser question, the fixed ones never are. */
export function publishedCells<C extends { readonly count: number }>(
  cells: readonly C[],
  columns: readonly (keyof C)[],
  fixed: readonly (keyof C)[] = [],
): PublishedCell<C>[] {
  const counts = publishedAlong(
    cells.map(({ count }) => count),
    linesOf(cells, ({ count }) => count, columns, fixed),
  );
  return cells.map((cell, index) => {
    const count = counts[index] ?? null;
    return { ...cell, count, suppressed: count === null };
  });
}

/**
 * The lines of a table, as indexes of its cells: the sum of a line is a cell of the coarser question that leaves one or
 * more of the columns out. Fixed columns are part of every question. Lines that can protect nothing are left out: those
 * of one cell, which is that sum itself, and those where not even the largest count of a cell is fit to be shown.
 */
export function linesOf<C>(
  cells: readonly C[],
  largest: (cell: C) => number,
  columns: readonly (keyof C)[],
  fixed: readonly (keyof C)[] = [],
): number[][] {
  const canShow = cells.map((cell) => largest(cell) >= SMALLEST_CELL);
  const split = (lines: readonly number[][], column: keyof C): number[][] =>
    lines
      .flatMap((line) => [...grouped(line, (index) => cells[index]?.[column]).values()])
      .filter((line) => line.length > 1 && line.some((index) => canShow[index]));
  let questions = [fixed.reduce<number[][]>(split, [[...cells.keys()]])];
  for (const column of columns.filter((name) => cells.some((cell) => cell[name] !== cells[0]?.[name])))
    questions = questions.flatMap((lines) => [lines, split(lines, column)]);
  // The last question leaves nothing out: its lines are the cells themselves.
  return questions.slice(0, -1).flat();
}

interface Count {
  readonly count: number;
  isHidden: boolean;
  /** Lines that it shares with others; what has fewer than the rest is told as it is by a coarser question. */
  shared: number;
}

/**
 * Counts whose sums along these lines are published too. Where subtraction would give the hidden counts of a line
 * away, a companion still shown goes with them, until no line has anything to give. What is withheld for another
 * reason is hidden from the start.
 */
export function publishedAlong(
  counts: readonly number[],
  lines: readonly (readonly number[])[],
  withheld: readonly boolean[] = [],
): (number | null)[] {
  const all = counts.map<Count>((count, index) => ({
    count,
    isHidden: withheld[index] === true || published(count) === null,
    shared: 0,
  }));
  const along = lines
    .map((line) =>
      line.flatMap((index) => all[index] ?? []).filter(({ count, isHidden }) => count > 0 || isHidden),
    )
    .filter((line) => line.length > 1);
  for (const count of along.flat()) count.shared += 1;
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const line of along) {
      const companion = isGivenAway(line.filter(({ isHidden }) => isHidden)) && companionIn(line);
      if (!companion) continue;
      companion.isHidden = true;
      isChanged = true;
    }
  }
  return all.map(({ count, isHidden }) => (isHidden ? null : count));
}

/** Of the counts still shown the smallest that no coarser question tells anyway, or that the fewest do. */
function companionIn(line: readonly Count[]): Count | undefined {
  const [companion] = line
    .filter(({ isHidden }) => !isHidden)
    .sort((one, other) => other.shared - one.shared || one.count - other.count);
  return companion;
}

/**
 * One hidden count is the rest of the line; several tell of a few people as well where they are few together, or where
 * all must be the least or all the most.
 */
function isGivenAway(hidden: readonly Count[]): boolean {
  if (hidden.length < 2) return hidden.length === 1;
  const sum = hidden.reduce((total, { count }) => total + count, 0);
  const areAllSmall = hidden.every(({ count }) => count < SMALLEST_CELL);
  const areExtremes = sum === hidden.length || sum === hidden.length * (SMALLEST_CELL - 1);
  return sum < SMALLEST_CELL || (areAllSmall && areExtremes);
}
