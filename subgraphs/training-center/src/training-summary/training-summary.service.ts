import { oneEach } from '@simpul/kit/context/batch';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import { linesOf, publishedAlong, publishedParts } from '@simpul/kit/figures/suppression';
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

interface RegionSummary {
  readonly summary: Summary;
  readonly isWithheld: boolean;
}

export const trainingSummaryService = {
  async ofClass(ctx: RequestContext, id: string): Promise<Summary> {
    return (await ctx.load(summaries, id, { parent: 'CLASS' })) ?? NOTHING;
  },

  /** Null where the training centre keeps no ledger and has no class under the agreement: zeros would be invented. */
  async ofAgreement(ctx: RequestContext, id: string): Promise<Summary | null> {
    return ctx.load(summariesOfAgreements, id);
  },

  async ofProgramme(ctx: RequestContext, id: string, period: EndPeriod): Promise<Summary> {
    new InputCheck().period(['to'], period.from, period.to).done();
    return (await ctx.load(summaries, id, { parent: 'PROGRAMME', ...period })) ?? NOTHING;
  },

  /** Null where the region's residents in training are so few that they could be told apart, here or by subtraction. */
  async ofRegion(ctx: RequestContext, code: string, period: EndPeriod): Promise<Summary | null> {
    new InputCheck().region(['code'], code).period(['to'], period.from, period.to).done();
    const found = await ctx.load(summariesOfRegions, code, period);
    return found?.isWithheld ? null : (found?.summary ?? NOTHING);
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
const DIMENSIONS = ['programmeId', 'funding', 'agreementId', 'regionCode', 'year'] as const;

function publishedCells(cells: readonly CellRow[]): PublishedCell[] {
  const lines = linesOf(cells, ({ enrolled }) => enrolled, DIMENSIONS);
  const [enrolled, completed, certified] = COUNTS.map((count) =>
    publishedAlong(
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

const summaries = oneEach(
  (db, ids, { parent, ...period }: EndPeriod & { readonly parent: ClassParent }) =>
    trainingSummaryRepository.ofClassParents(db, parent, ids, period),
  ({ parent }) => parent,
);

const summariesOfAgreements = oneEach(
  (db, ids) => trainingSummaryRepository.ofAgreements(db, ids),
  ({ parent }) => parent,
);

/** Regions with their siblings, because a region alone does not tell whether its siblings give it away. */
const summariesOfRegions: Batch<RegionSummary, EndPeriod> = async (ctx, codes, period) => {
  const rows = await ctx.read((db) => trainingSummaryRepository.ofRegionsAndSiblings(db, codes, period));
  const siblings = [...grouped(rows, ({ parent }) => regionAbove(parent)).values()];
  return new Map(
    siblings.flatMap((summaries) => {
      const people = publishedParts(summaries.map(({ reserved, enrolled }) => reserved + enrolled));
      return summaries.map((summary, index) => [
        summary.parent,
        { summary, isWithheld: people[index] === null },
      ]);
    }),
  );
};

/** Code of the region that a region is part of; empty for a province. */
function regionAbove(code: string): string {
  return code.slice(0, Math.max(0, code.lastIndexOf('.')));
}
