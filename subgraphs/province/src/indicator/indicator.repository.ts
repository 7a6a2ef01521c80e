import type { SortColumn } from '@simpul/kit/database/page';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { IndicatorRow } from './indicator.entity';
import type { IndicatorFilter } from './indicator.input';

/** Newest period first; those of which only an outer bound is known come last. */
export const NEWEST_PERIOD: readonly SortColumn<IndicatorRow>[] = [
  {
    expression: 'indicator.periodEndsOn',
    of: ({ periodEndsOn }) => periodEndsOn,
    whenNull: '-infinity',
    descending: true,
  },
  { expression: 'indicator.id', of: ({ id }) => id },
];

export const indicatorRepository = {
  select(db: EntityManager, { kind, regions, since }: IndicatorFilter): SelectQueryBuilder<IndicatorRow> {
    const query = db.createQueryBuilder(IndicatorRow, 'indicator');
    if (kind) query.andWhere('indicator.kind = ANY (:kind)', { kind });
    if (regions) query.andWhere('indicator.regionCode = ANY (:regions)', { regions });
    if (since) query.andWhere('indicator.periodEndsOn >= :since', { since });
    return query;
  },

  async findAll(db: EntityManager, filter: IndicatorFilter): Promise<IndicatorRow[]> {
    return this.select(db, filter)
      .orderBy('indicator.periodEndsOn', 'DESC', 'NULLS LAST')
      .addOrderBy('indicator.kind')
      .addOrderBy('indicator.id')
      .getMany();
  },
};
