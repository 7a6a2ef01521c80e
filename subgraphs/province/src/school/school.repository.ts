import type { SortColumn } from '@simpul/kit/database/page';
import { whereWithin } from '@simpul/kit/database/region-filter';
import { wordPatterns } from '@simpul/kit/database/words';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { SchoolRow } from './school.entity';
import type { SchoolFilter } from './school.input';

/** In the order of names. */
export const SCHOOL_NAME: readonly SortColumn<SchoolRow>[] = [
  { expression: 'school.name', of: ({ name }) => name },
  { expression: 'school.npsn', of: ({ npsn }) => npsn },
];

export const schoolRepository = {
  select(db: EntityManager, { kind, region, text }: SchoolFilter): SelectQueryBuilder<SchoolRow> {
    const query = db.createQueryBuilder(SchoolRow, 'school');
    if (kind) query.andWhere('school.kind = ANY (:kind)', { kind });
    if (text) query.andWhere('school.name ILIKE ALL (:words)', { words: wordPatterns(text) });
    return whereWithin(query, 'school.regionCode', region);
  },

  async findByNpsns(db: EntityManager, npsns: readonly string[]): Promise<SchoolRow[]> {
    return db.findBy(SchoolRow, { npsn: In([...npsns]) });
  },
};
