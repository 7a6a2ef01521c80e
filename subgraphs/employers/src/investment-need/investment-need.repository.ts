import { whereBranch } from '@simpul/kit/database/branch-filter';
import type { SortColumn } from '@simpul/kit/database/page';
import { whereWithin } from '@simpul/kit/database/region-filter';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { InvestmentNeedRow } from './investment-need.entity';

/** Soonest first; those without a day come last. */
export const SOONEST_NEED: readonly SortColumn<InvestmentNeedRow>[] = [
  { expression: 'need.needed_by', of: ({ neededBy }) => neededBy, whenNull: '9999-12-31' },
  { expression: 'need.id', of: ({ id }) => id },
];

/** Narrows investment needs. */
export interface InvestmentNeedsWhere {
  readonly region?: string | null | undefined;
  readonly industries?: readonly string[] | null | undefined;
}

export const investmentNeedRepository = {
  select(
    db: EntityManager,
    { region, industries }: InvestmentNeedsWhere,
  ): SelectQueryBuilder<InvestmentNeedRow> {
    const query = db.createQueryBuilder(InvestmentNeedRow, 'need');
    return whereWithin(whereBranch(query, 'need.industryCode', industries), 'need.regionCode', region);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<InvestmentNeedRow[]> {
    return db.findBy(InvestmentNeedRow, { id: In([...ids]) });
  },
};
