/** Fewest people a published cell may stand for. */
export const SMALLEST_CELL = 5;

/** A count fit for publishing, or null where it would point at single people; nobody is nobody's secret. */
export function published(count: number): number | null {
  return count > 0 && count < SMALLEST_CELL ? null : count;
}

/**
 * Counts of the parts of a total that is published too. Where subtraction would give the hidden parts away, the
 * smallest parts still shown go with them, until it does not.
 */
export function publishedParts(counts: readonly number[]): (number | null)[] {
  const isHidden = counts.map((count) => published(count) === null);
  while (isGivenAway(counts.filter((_, index) => isHidden[index]))) {
    const shown = counts.filter((count, index) => !isHidden[index] && count > 0);
    if (shown.length === 0) break;
    isHidden[counts.findIndex((count, index) => !isHidden[index] && count === Math.min(...shown))] = true;
  }
  return counts.map((count, index) => (isHidden[index] ? null : count));
}

/** One hidden part is the rest of the total; several are known as well where all must be the least or all the most. */
function isGivenAway(hidden: readonly number[]): boolean {
  const sum = hidden.reduce((total, count) => total + count, 0);
  const areAllSmall = hidden.every((count) => count < SMALLEST_CELL);
  const areExtremes = sum === hidden.length || sum === hidden.length * (SMALLEST_CELL - 1);
  return hidden.length === 1 || (hidden.length > 1 && areAllSmall && areExtremes);
}
