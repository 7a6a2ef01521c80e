/** Fewest people a published cell may stand for. */
export const SMALLEST_CELL = 5;

/** A count fit for publishing, or null where it would point at single people; nobody is nobody's secret. */
export function published(count: number): number | null {
  return count > 0 && count < SMALLEST_CELL ? null : count;
}

/**
 * Counts of the parts of a total that is published too. Where one part alone is suppressed, subtraction would
 * give it away: the smallest other part goes with it.
 */
export function publishedParts(counts: readonly number[]): (number | null)[] {
  const parts = counts.map(published);
  if (parts.filter((part) => part === null).length !== 1) return parts;
  const others = parts.filter((part) => part !== null && part > 0);
  const companion = parts.indexOf(Math.min(...others.filter((part) => part !== null)));
  return parts.map((part, index) => (index === companion ? null : part));
}
