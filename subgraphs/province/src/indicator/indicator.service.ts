import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { IndicatorRow } from './indicator.entity';
import type { IndicatorFilter } from './indicator.input';
import { NEWEST_PERIOD, indicatorRepository } from './indicator.repository';

/** Narrows the indicators of each of several regions. */
type IndicatorsAsked = Pick<IndicatorFilter, 'kind' | 'since'>;

export const indicatorService = {
  async list(ctx: RequestContext, filter: IndicatorFilter, page: PageArguments): Promise<Page<IndicatorRow>> {
    new InputCheck().page(page).region(['filter', 'regions'], filter.regions).done();
    return ctx.page((db) => indicatorRepository.select(db, filter), NEWEST_PERIOD, page);
  },

  async listOfRegion(ctx: RequestContext, code: string, asked: IndicatorsAsked): Promise<IndicatorRow[]> {
    return (await ctx.load(indicatorsOfRegions, code, asked)) ?? [];
  },
};

const indicatorsOfRegions: Batch<IndicatorRow[], IndicatorsAsked> = async (ctx, codes, asked) => {
  const filter = { ...asked, regions: [...codes] };
  const rows = await ctx.read((db) => indicatorRepository.findAll(db, filter));
  return grouped(rows, ({ regionCode }) => regionCode);
};
