/** How a field looks to somebody: as it is, in a coarser form, or not at all. */
export type Sight = 'shown' | 'masked' | 'hidden';

/** Compares what was seen of a field with what there is. */
export function sightOf(seen: readonly unknown[], truth: readonly unknown[]): Sight {
  if (seen.length === 0) return 'hidden';
  const text = (values: readonly unknown[]): string =>
    values
      .map((value) => JSON.stringify(value))
      .sort()
      .join();
  return text(seen) === text(truth) ? 'shown' : 'masked';
}
