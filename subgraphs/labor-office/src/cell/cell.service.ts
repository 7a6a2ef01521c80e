import { grouped } from '@simpul/kit/context/grouped';
import { publishedParts } from '@simpul/kit/figures/suppression';

/** A cell of a summary as it is counted, before it is decided what of it may be shown. */
export interface CountedCell {
  readonly count: number;
}

/** A cell as it may be shown. */
export type PublishedCell<C extends CountedCell> = Omit<C, 'count'> & {
  readonly count: number | null;
  readonly suppressed: boolean;
};

/** Withholds small cells; `whole` names the total that can be asked for too, and that cells of one name add up to. */
export function publishCells<C extends CountedCell>(
  cells: readonly C[],
  whole: (cell: C) => string,
): PublishedCell<C>[] {
  const counts = new Map<C, number | null>();
  for (const parts of grouped(cells, whole).values()) {
    const shown = publishedParts(parts.map(({ count }) => count));
    parts.forEach((cell, index) => counts.set(cell, shown[index] ?? null));
  }
  return cells.map((cell) => {
    const count = counts.get(cell) ?? null;
    return { ...cell, count, suppressed: count === null };
  });
}
