import { manyEach, oneEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { publishedParts } from '@simpul/kit/figures/suppression';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { QuotaAllocationRow } from './quota-allocation.entity';
import type { QuotaAllocationFilter } from './quota-allocation.input';
import {
  type DistrictFillRow,
  RECORDED_FIRST,
  quotaAllocationRepository,
} from './quota-allocation.repository';
import type { QuotaScope } from './quota-allocation.type';

/** Fill of an allocation by one programme, its districts fit for publishing. */
export interface ProgrammeFillCount {
  readonly programmeId: string;
  readonly seats: number;
  readonly reserved: number;
  readonly filled: number;
  readonly completed: number;
  readonly certified: number;
  readonly demo: boolean;
  readonly byDistrict: readonly DistrictFillCount[];
}

export interface DistrictFillCount {
  readonly districtCode: string | null;
  readonly reserved: number | null;
  readonly filled: number | null;
  readonly completed: number | null;
}

export const quotaAllocationService = {
  async read(ctx: RequestContext, id: string): Promise<QuotaAllocationRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(allocationsById, id);
  },

  async list(
    ctx: RequestContext,
    filter: QuotaAllocationFilter,
    page: PageArguments,
  ): Promise<Page<QuotaAllocationRow>> {
    new InputCheck()
      .page(page)
      .id(['filter', 'agreement'], filter.agreement)
      .region(['filter', 'region'], filter.region)
      .done();
    return ctx.page((db) => quotaAllocationRepository.select(db, filter), RECORDED_FIRST, page);
  },

  async listChildren(ctx: RequestContext, id: string): Promise<QuotaAllocationRow[]> {
    return (await ctx.load(childrenOfAllocations, id)) ?? [];
  },

  async listOfAgreement(
    ctx: RequestContext,
    agreementId: string,
    scope: readonly QuotaScope[] | null,
  ): Promise<QuotaAllocationRow[]> {
    return (await ctx.load(allocationsOfAgreements, agreementId, scope)) ?? [];
  },

  async listFills(ctx: RequestContext, id: string): Promise<ProgrammeFillCount[]> {
    return [
      ...grouped((await ctx.load(fillsOfAllocations, id)) ?? [], ({ programmeId }) => programmeId).values(),
    ].map(fillOfProgramme);
  },
};

function fillOfProgramme(rows: readonly DistrictFillRow[]): ProgrammeFillCount {
  const [first] = rows;
  if (!first) throw new Error('A programme is grouped without a row.');
  const total = (count: (row: DistrictFillRow) => number): number =>
    rows.reduce((sum, row) => sum + count(row), 0);
  const { programmeId, seats, demo } = first;
  return {
    ...{ programmeId, seats, demo },
    reserved: total(({ reserved }) => reserved),
    filled: total(({ filled }) => filled),
    completed: total(({ completed }) => completed),
    certified: total(({ certified }) => certified),
    byDistrict: publishedDistricts(rows.filter(({ reserved, filled }) => reserved + filled > 0)),
  };
}

function publishedDistricts(rows: readonly DistrictFillRow[]): DistrictFillCount[] {
  const reserved = publishedParts(rows.map((row) => row.reserved));
  const filled = publishedParts(rows.map((row) => row.filled));
  const completed = publishedParts(rows.map((row) => row.completed));
  return rows.map(({ districtCode }, index) => ({
    districtCode,
    reserved: reserved[index] ?? null,
    filled: filled[index] ?? null,
    completed: completed[index] ?? null,
  }));
}

const allocationsById = oneEach(
  (db, keys) => quotaAllocationRepository.findByIds(db, keys),
  ({ id }) => id,
);

const childrenOfAllocations = manyEach(
  (db, keys) => quotaAllocationRepository.findChildren(db, keys),
  ({ parentId }) => parentId ?? '',
);

const allocationsOfAgreements = manyEach(
  (db, agreements, scope: readonly QuotaScope[] | null) =>
    quotaAllocationRepository.findUnderAgreements(db, agreements, scope),
  ({ agreementId }) => agreementId ?? '',
);

const fillsOfAllocations = manyEach(
  (db, keys) => quotaAllocationRepository.findFills(db, keys),
  ({ allocationId }) => allocationId,
);
