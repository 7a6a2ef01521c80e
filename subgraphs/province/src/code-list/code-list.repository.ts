import type { SortColumn } from '@simpul/kit/database/page';
import { wordPatterns } from '@simpul/kit/database/words';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { type ListName, ListedCodeRow } from './code-list.entity';
import type { CodeListFilter } from './code-list.input';

/** In the order of codes, which puts what lies below a code behind it. */
export const IN_CODE_ORDER: readonly SortColumn<ListedCodeRow>[] = [
  { expression: 'listed.code', of: ({ code }) => code },
];

export const codeListRepository = {
  select(
    db: EntityManager,
    list: ListName,
    { codes, parent, text }: CodeListFilter,
  ): SelectQueryBuilder<ListedCodeRow> {
    const query = db.createQueryBuilder(ListedCodeRow, 'listed').where('listed.list = :list', { list });
    if (codes) query.andWhere('listed.code = ANY (:codes)', { codes });
    if (parent) query.andWhere('listed.parentCode = :parent', { parent });
    if (text) query.andWhere('listed.name ILIKE ALL (:words)', { words: wordPatterns(text) });
    return query;
  },

  async findByCodes(db: EntityManager, list: ListName, codes: readonly string[]): Promise<ListedCodeRow[]> {
    return db.findBy(ListedCodeRow, { list, code: In([...codes]) });
  },
};
