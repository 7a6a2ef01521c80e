import type { SortColumn } from '@simpul/kit/database/page';
import { wordPatterns } from '@simpul/kit/database/words';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { RegionRow } from './region.entity';
import type { RegionFilter } from './region.input';

/** In the order of codes, which puts what lies in a region behind it. */
export const IN_CODE_ORDER: readonly SortColumn<RegionRow>[] = [
  { expression: 'region.code', of: ({ code }) => code },
];

export const regionRepository = {
  select(db: EntityManager, { codes, parent, level, text }: RegionFilter): SelectQueryBuilder<RegionRow> {
    const query = db.createQueryBuilder(RegionRow, 'region');
    if (codes) query.andWhere('region.code = ANY (:codes)', { codes });
    if (parent) query.andWhere('region.parentCode = :parent', { parent });
    if (level) query.andWhere('region.level = :level', { level });
    if (text) query.andWhere('region.name ILIKE ALL (:words)', { words: wordPatterns(text) });
    return query;
  },

  async findByCodes(db: EntityManager, codes: readonly string[]): Promise<RegionRow[]> {
    return db.findBy(RegionRow, { code: In([...codes]) });
  },
};
