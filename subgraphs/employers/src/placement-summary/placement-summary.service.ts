import { manyEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import { published } from '@simpul/kit/figures/suppression';
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

export const placementSummaryService = {
  async listCells(
    ctx: RequestContext,
    filter: PlacementFilter,
    groupBy: readonly PlacementDimension[],
  ): Promise<PublishedCell[]> {
    checkPlacementFilter(new InputCheck(), filter).done();
    const cells = await ctx.read((db) =>
      placementSummaryRepository.countCells(db, filter, groupBy, ctx.clock.today()),
    );
    return cells.map(({ placed, active, ...cell }) => ({ ...cell, ...publishedCounts({ placed, active }) }));
  },

  async readUnder(
    ctx: RequestContext,
    of: SummaryParent,
    id: string,
    started: StartedWithin = WHENEVER,
  ): Promise<PlacementSummary> {
    new InputCheck().period(['to'], started.from, started.to).done();
    const asked = { of, today: ctx.clock.today(), ...started };
    const counts = (await ctx.load(countsUnderParents, id, asked)) ?? [];
    return {
      bySchemeAndChannel: counts.filter(({ placed }) => placed > 0).map(publishedCount),
      asOf: counts[0]?.asOf ?? ctx.clock.now(),
      demo: counts.some(({ demo }) => demo),
    };
  },
};

const countsUnderParents = manyEach(
  (db, ids, asked: SummaryAsked) => placementSummaryRepository.countUnder(db, ids, asked),
  ({ parent }) => parent,
);

function publishedCount(row: CountedUnderParent): PlacementSummary['bySchemeAndChannel'][number] {
  const { scheme, channel, keptAt3, keptAt6, keptAt12 } = row;
  const { placed, active, suppressed } = publishedCounts(row);
  const kept = (count: number): number | null => (suppressed ? null : published(count));
  return {
    ...{ scheme, channel, placed, active, suppressed },
    keptAt3Months: kept(keptAt3),
    keptAt6Months: kept(keptAt6),
    keptAt12Months: kept(keptAt12),
  };
}

/** Where so few were placed, how many of them stayed tells as much: the whole cell is withheld. */
function publishedCounts({ placed, active }: { placed: number; active: number }): {
  placed: number | null;
  active: number | null;
  suppressed: boolean;
} {
  const suppressed = published(placed) === null;
  return { placed: published(placed), active: suppressed ? null : published(active), suppressed };
}
