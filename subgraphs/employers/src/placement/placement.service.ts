import { manyEach, oneEach, pageOf } from '@simpul/kit/context/batch';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { COUNTRY_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { RetentionCheckRow } from './placement-retention.entity';
import type { PlacementRow } from './placement.entity';
import type { PlacementFilter } from './placement.input';
import {
  type LastingAsked,
  NEWEST_PLACEMENT,
  type PlacementParent,
  placementRepository,
} from './placement.repository';

/** The page of placements that each of several parents of one kind is asked for. */
interface PlacementsAsked {
  readonly of: PlacementParent;
  readonly active: boolean | null;
  readonly page: PageArguments;
}

export const placementService = {
  async read(ctx: RequestContext, id: string): Promise<PlacementRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(placementsById, id);
  },

  /** A page, and the state of the training centre's ledger if the filter made use of it. */
  async list(
    ctx: RequestContext,
    filter: PlacementFilter,
    page: PageArguments,
  ): Promise<{ page: Page<PlacementRow>; asOf: Date | null }> {
    checkPlacementFilter(new InputCheck().page(page), filter).done();
    const today = ctx.clock.today();
    return {
      page: await ctx.page((db) => placementRepository.select(db, filter, today), NEWEST_PLACEMENT, page),
      asOf: filter.allocation ? await ctx.read((db) => placementRepository.allocationsAsOf(db)) : null,
    };
  },

  async listOf(ctx: RequestContext, parentId: string, asked: PlacementsAsked): Promise<Page<PlacementRow>> {
    new InputCheck().page(asked.page).done();
    return pageOf(ctx, placementsOfParents, parentId, asked);
  },

  /** A person's placements, newest first: all, those that last today, or those that ended. */
  async listOfPerson(ctx: RequestContext, personId: string, active: boolean | null): Promise<PlacementRow[]> {
    const asked = { active, today: ctx.clock.today() };
    return (await ctx.load(placementsOfPeople, personId, asked)) ?? [];
  },

  async listChecks(ctx: RequestContext, placementId: string): Promise<RetentionCheckRow[]> {
    return (await ctx.load(checksOfPlacements, placementId)) ?? [];
  },
};

/** The filter is the same for a list and for a count. */
export function checkPlacementFilter(check: InputCheck, filter: PlacementFilter): InputCheck {
  for (const field of ['employer', 'agreement', 'allocation', 'programme', 'trainingClass'] as const)
    check.id(['filter', field], filter[field]);
  return check
    .codes(['filter', 'countries'], filter.countries, ...COUNTRY_CODE)
    .region(['filter', 'originRegion'], filter.originRegion)
    .period(['filter', 'startsTo'], filter.startsFrom, filter.startsTo);
}

const placementsById = oneEach(
  (db, ids) => placementRepository.findByIds(db, ids),
  ({ id }) => id,
);

const placementsOfParents: Batch<Page<PlacementRow>, PlacementsAsked> = (ctx, ids, { of, active, page }) =>
  ctx.pages(
    (db) => placementRepository.select(db, { active }, ctx.clock.today()),
    placementRepository.parentColumn(of, ids),
    NEWEST_PLACEMENT,
    page,
  );

const placementsOfPeople = manyEach(
  (db, people, asked: LastingAsked) => placementRepository.findOfPeople(db, people, asked),
  ({ personId }) => personId,
);

const checksOfPlacements = manyEach(
  (db, ids) => placementRepository.findChecks(db, ids),
  ({ placementId }) => placementId,
);
