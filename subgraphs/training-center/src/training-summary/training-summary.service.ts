import { oneEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import { SMALLEST_CELL, published } from '@simpul/kit/figures/suppression';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { ClassFilter } from '../training-class/training-class.input';
import { checkClassFilter } from '../training-class/training-class.service';
import {
  type CellRow,
  type ClassParent,
  type EndPeriod,
  type SummaryRow,
  trainingSummaryRepository,
} from './training-summary.repository';
import type { TrainingDimension } from './training-summary.type';

/** What is counted when there is nothing to count. */
const NOTHING: Omit<SummaryRow, 'parent'> = {
  classes: 0,
  seats: 0,
  reserved: 0,
  enrolled: 0,
  completed: 0,
  dropped: 0,
  certified: 0,
  cost: null,
  demo: false,
};
export type Summary = typeof NOTHING;

/** A cell whose counts of people are fit for publishing. */
export interface PublishedCell extends Omit<CellRow, 'enrolled' | 'completed' | 'certified'> {
  readonly enrolled: number | null;
  readonly completed: number | null;
  readonly certified: number | null;
}

export const trainingSummaryService = {
  async ofClass(ctx: RequestContext, id: string): Promise<Summary> {
    return (await ctx.load(summaries, id, { parent: 'CLASS' })) ?? NOTHING;
  },

  async ofAgreement(ctx: RequestContext, id: string): Promise<Summary> {
    return (await ctx.load(summaries, id, { parent: 'AGREEMENT' })) ?? NOTHING;
  },

  async ofProgramme(ctx: RequestContext, id: string, period: EndPeriod): Promise<Summary> {
    new InputCheck().period(['to'], period.from, period.to).done();
    return (await ctx.load(summaries, id, { parent: 'PROGRAMME', ...period })) ?? NOTHING;
  },

  /** Null where the region's residents in training are so few that they could be told apart. */
  async ofRegion(ctx: RequestContext, code: string, period: EndPeriod): Promise<Summary | null> {
    new InputCheck().region(['code'], code).period(['to'], period.from, period.to).done();
    const summary = (await ctx.load(summariesOfRegions, code, period)) ?? NOTHING;
    const people = summary.reserved + summary.enrolled;
    return people > 0 && people < SMALLEST_CELL ? null : summary;
  },

  async cells(
    ctx: RequestContext,
    filter: ClassFilter,
    groupBy: readonly TrainingDimension[],
  ): Promise<PublishedCell[]> {
    checkClassFilter(filter).done();
    const dimensions = [...new Set(groupBy)];
    return publishedCells(await ctx.read((db) => trainingSummaryRepository.cells(db, filter, dimensions)));
  },
};

const COUNTS = ['enrolled', 'completed', 'certified'] as const;
const KEYS = ['programmeId', 'funding', 'agreementId', 'regionCode', 'year'] as const;

function publishedCells(cells: readonly CellRow[]): PublishedCell[] {
  const lines = KEYS.flatMap((key) => linesAlong(cells, key));
  const [enrolled, completed, certified] = COUNTS.map((count) =>
    withoutGivenAway(
      cells.map((cell) => cell[count]),
      lines,
    ),
  );
  return cells.map((cell, index) => ({
    ...cell,
    enrolled: enrolled?.[index] ?? null,
    completed: completed?.[index] ?? null,
    certified: certified?.[index] ?? null,
  }));
}

/** Cells that differ along one dimension only: their sum is a cell of a coarser question. */
function linesAlong(cells: readonly CellRow[], along: (typeof KEYS)[number]): number[][] {
  if (cells.every((cell) => cell[along] === undefined)) return [];
  const others = KEYS.filter((key) => key !== along);
  const indexes = cells.map((_, index) => index);
  return [...grouped(indexes, (index) => others.map((key) => String(cells[index]?.[key])).join()).values()];
}

/**
 * Suppresses small counts, and then, until nothing changes, the smallest other one of every line that has a single
 * suppressed count, which subtraction from the line's sum would give away.
 */
function withoutGivenAway(counts: readonly number[], lines: readonly number[][]): (number | null)[] {
  const shown = counts.map(published);
  for (let changed = true; changed;) {
    changed = false;
    for (const line of lines) {
      if (line.filter((index) => shown[index] === null).length !== 1) continue;
      const [companion] = line
        .filter((index) => (shown[index] ?? 0) > 0)
        .sort((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0));
      if (companion === undefined) continue;
      shown[companion] = null;
      changed = true;
    }
  }
  return shown;
}

const summaries = oneEach(
  (db, ids, { parent, ...period }: EndPeriod & { readonly parent: ClassParent }) =>
    trainingSummaryRepository.ofClassParents(db, parent, ids, period),
  ({ parent }) => parent,
);

const summariesOfRegions = oneEach(
  (db, codes, period: EndPeriod) => trainingSummaryRepository.ofRegions(db, codes, period),
  ({ parent }) => parent,
);
