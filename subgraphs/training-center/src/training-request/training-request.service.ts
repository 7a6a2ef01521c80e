import { manyEach, oneEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { TrainingRequestRow } from './training-request.entity';
import type { TrainingRequestFilter } from './training-request.input';
import { NEWEST_REQUEST, trainingRequestRepository } from './training-request.repository';

export const trainingRequestService = {
  async read(ctx: RequestContext, id: string): Promise<TrainingRequestRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(requestsById, id);
  },

  async list(
    ctx: RequestContext,
    filter: TrainingRequestFilter,
    page: PageArguments,
  ): Promise<Page<TrainingRequestRow>> {
    new InputCheck()
      .page(page)
      .id(['filter', 'employer'], filter.employer)
      .id(['filter', 'requestedBy'], filter.requestedBy)
      .region(['filter', 'region'], filter.region)
      .done();
    return ctx.page((db) => trainingRequestRepository.select(db, filter), NEWEST_REQUEST, page);
  },

  async listOfDemand(ctx: RequestContext, demandId: string): Promise<TrainingRequestRow[]> {
    return (await ctx.load(requestsOfDemands, demandId)) ?? [];
  },
};

const requestsById = oneEach(
  (db, keys) => trainingRequestRepository.findByIds(db, keys),
  ({ id }) => id,
);

const requestsOfDemands = manyEach(
  (db, keys) => trainingRequestRepository.findByDemands(db, keys),
  ({ demandId }) => demandId ?? '',
);
