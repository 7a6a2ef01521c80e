import { oneEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { INDUSTRY_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { InvestmentNeedRow } from './investment-need.entity';
import {
  investmentNeedRepository,
  type InvestmentNeedsWhere,
  SOONEST_NEED,
} from './investment-need.repository';

export const investmentNeedService = {
  async read(ctx: RequestContext, id: string): Promise<InvestmentNeedRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(needsById, id);
  },

  async list(
    ctx: RequestContext,
    where: InvestmentNeedsWhere,
    page: PageArguments,
  ): Promise<Page<InvestmentNeedRow>> {
    new InputCheck()
      .page(page)
      .region(['region'], where.region)
      .codes(['industries'], where.industries, ...INDUSTRY_CODE)
      .done();
    return ctx.page((db) => investmentNeedRepository.select(db, where), SOONEST_NEED, page);
  },
};

const needsById = oneEach(
  (db, ids) => investmentNeedRepository.findByIds(db, ids),
  ({ id }) => id,
);
