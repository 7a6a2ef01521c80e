import type { RequestContext } from '@simpul/kit/context/context';
import { COUNTRY_CODE } from '@simpul/kit/input/code-forms';
import { type PublishedCell, publishedCells } from '@simpul/kit/figures/suppression';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { OverseasCaseFilter } from '../overseas-case/overseas-case.input';
import { type OverseasCell, overseasSummaryRepository } from './overseas-summary.repository';
import type { OverseasDimension } from './overseas-summary.type';

export const overseasSummaryService = {
  async summarize(
    ctx: RequestContext,
    filter: OverseasCaseFilter,
    groupBy: readonly OverseasDimension[],
  ): Promise<PublishedCell<OverseasCell>[]> {
    new InputCheck()
      .codes(['filter', 'countries'], filter.countries, ...COUNTRY_CODE)
      .region(['filter', 'region'], filter.region)
      .id(['filter', 'agreement'], filter.agreement)
      .done();
    const cells = await ctx.tally((db) => overseasSummaryRepository.summarize(db, filter, new Set(groupBy)));
    return publishedCells(cells, ['country', 'funding', 'stage', 'city'], ['scheme']);
  },
};
