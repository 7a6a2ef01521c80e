import { manyEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import { linesOf, publishedAlong } from '@simpul/kit/figures/suppression';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { PlacementFilter } from '../placement/placement.input';
import { checkPlacementFilter } from '../placement/placement.service';
import {
  type CountedCell,
  type CountedUnderParent,
  placementSummaryRepository,
  type StartedWithin,
  type SummaryAsked,
  type SummaryParent,
} from './placement-summary.repository';
import type { PlacementDimension, PlacementSummary } from './placement-summary.type';

/** A cell fit for publishing. */
export type PublishedCell = Omit<CountedCell, 'placed' | 'active'> & {
  readonly placed: number | null;
  readonly active: number | null;
  readonly suppressed: boolean;
};

const WHENEVER: StartedWithin = { from: null, to: null };

/** Columns that a coarser question may leave out; scheme and channel are never added up. */
const DIMENSIONS = [
  'area',
  'country',
  'region',
  'industry',
  'programme',
  'agreement',
  'education',
  'month',
] as const satisfies readonly (keyof CountedCell)[];

export const placementSummaryService = {
  async listCells(
    ctx: RequestContext,
    filter: PlacementFilter,
    groupBy: readonly PlacementDimension[],
  ): Promise<PublishedCell[]> {
    checkPlacementFilter(new InputCheck(), filter).done();
    const cells = await ctx.tally((db) =>
      placementSummaryRepository.countCells(db, filter, groupBy, ctx.clock.today()),
    );
    const shown = publishedCounts(
      cells,
      linesOf(cells, ({ placed }) => placed, DIMENSIONS, ['scheme', 'channel']),
    );
    return cells.map((cell, index) => ({
      ...cell,
      placed: shown.placed[index] ?? null,
      active: shown.active[index] ?? null,
      suppressed: shown.suppressed[index] ?? true,
    }));
  },

  /** Of what was taught, where no placement is a count as well. */
  async readTaught(
    ctx: RequestContext,
    of: 'programme' | 'trainingClass',
    id: string,
    started: StartedWithin = WHENEVER,
  ): Promise<PlacementSummary> {
    new InputCheck().period(['to'], started.from, started.to).done();
    return summaryOf(ctx, await countsUnder(ctx, of, id, started));
  },

  /** Of what was agreed; null where neither a placement nor the ledger's echo tells of it: zeros would be invented. */
  async readAgreed(
    ctx: RequestContext,
    of: 'agreement' | 'allocation',
    id: string,
  ): Promise<PlacementSummary | null> {
    const counts = await countsUnder(ctx, of, id, WHENEVER);
    return counts.length > 0 ? summaryOf(ctx, counts) : null;
  },
};

async function countsUnder(
  ctx: RequestContext,
  of: SummaryParent,
  id: string,
  started: StartedWithin,
): Promise<readonly CountedUnderParent[]> {
  return (await ctx.load(countsUnderParents, id, { of, today: ctx.clock.today(), ...started })) ?? [];
}

function summaryOf(ctx: RequestContext, counts: readonly CountedUnderParent[]): PlacementSummary {
  return {
    bySchemeAndChannel: publishedUnderParent(counts.filter(({ placed }) => placed > 0)),
    asOf: counts[0]?.asOf ?? ctx.clock.now(),
    demo: counts.some(({ demo }) => demo),
  };
}

const countsUnderParents = manyEach(
  (db, ids, asked: SummaryAsked) => placementSummaryRepository.countUnder(db, ids, asked),
  ({ parent }) => parent,
  'tally',
);

function publishedUnderParent(rows: readonly CountedUnderParent[]): PlacementSummary['bySchemeAndChannel'] {
  const shown = publishedCounts(
    rows,
    linesOf(rows, ({ placed }) => placed, ['scheme', 'channel']),
  );
  const [keptAt3, keptAt6, keptAt12] = [
    shown.ofThem(({ keptAt3 }) => keptAt3),
    shown.ofThem(({ keptAt6 }) => keptAt6),
    shown.ofThem(({ keptAt12 }) => keptAt12),
  ];
  return rows.map(({ scheme, channel }, index) => ({
    ...{ scheme, channel },
    placed: shown.placed[index] ?? null,
    active: shown.active[index] ?? null,
    keptAt3Months: keptAt3[index] ?? null,
    keptAt6Months: keptAt6[index] ?? null,
    keptAt12Months: keptAt12[index] ?? null,
    suppressed: shown.suppressed[index] ?? true,
  }));
}

/** Counts of the same rows, fit for publishing together. */
interface ShownCounts<R> {
  readonly placed: readonly (number | null)[];
  readonly active: readonly (number | null)[];
  readonly suppressed: readonly boolean[];
  /** How many of those placed are of some kind. */
  readonly ofThem: (count: (row: R) => number) => (number | null)[];
}

/** Where so few were placed, how many of them stayed tells as much: the whole row is withheld. */
function publishedCounts<R extends { readonly placed: number; readonly active: number }>(
  rows: readonly R[],
  lines: readonly (readonly number[])[],
): ShownCounts<R> {
  const placed = publishedAlong(
    rows.map((row) => row.placed),
    lines,
  );
  const suppressed = placed.map((count) => count === null);
  const ofThem = (count: (row: R) => number): (number | null)[] =>
    publishedAlong(rows.map(count), lines, suppressed);
  return { placed, active: ofThem(({ active }) => active), suppressed, ofThem };
}
