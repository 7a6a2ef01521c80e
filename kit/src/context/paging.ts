import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { cursorKeys } from '../database/cursor-keys';
import type { CursorSeal } from '../database/cursor-seal';
import { type ParentColumn, readPage, readPages } from '../database/page';
import type { Manner, RequestContext } from './context';

/** How a request reads pages, in the ways in which it reads at all. */
export function paging(
  ctx: Pick<RequestContext, Manner>,
  cursorSeal: () => CursorSeal,
): Pick<RequestContext, 'cursorSeal' | 'page' | 'pages'> {
  return {
    cursorSeal,
    page: (query, order, page) =>
      ctx.read((db) =>
        readPage(query(db), { order, page, seal: cursorSeal() }, () =>
          ctx.read((own) => countRows(query(own))),
        ),
      ),
    pages: (query, parent, order, page, manner = 'read') =>
      ctx[manner]((db) =>
        readPages(
          () => query(db),
          parent,
          { order, page, seal: cursorSeal() },
          totals(() => ctx[manner]((own) => countByParent(query(own), parent))),
        ),
      ),
  };
}

/** The seal of the caller's cursors; a context that pages through nothing needs no keys for it. */
export function cursorSealOf({
  identity,
  secrets,
}: Pick<RequestContext, 'identity' | 'secrets'>): () => CursorSeal {
  let seal: CursorSeal | undefined;
  return () => (seal ??= secrets.of(cursorKeys).sealOf(JSON.stringify([identity.client, identity.subject])));
}

async function countRows<R extends ObjectLiteral>(query: SelectQueryBuilder<R>): Promise<number> {
  const row = await query.select('count(*)', 'count').getRawOne<{ count: number }>();
  return row?.count ?? 0;
}

async function countByParent<R extends ObjectLiteral>(
  query: SelectQueryBuilder<R>,
  { expression, ids }: ParentColumn<R>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await query
    .andWhere(`${expression} IN (:...parents)`, { parents: ids })
    .select(expression, 'parent')
    .addSelect('count(*)', 'count')
    .groupBy(expression)
    .getRawMany<{ parent: string; count: number }>();
  return new Map(rows.map(({ parent, count }) => [parent, count]));
}

/** Counts all parents' rows at once, when the first of them is asked for its total. */
function totals(count: () => Promise<ReadonlyMap<string, number>>): (id: string) => Promise<number> {
  let counted: Promise<ReadonlyMap<string, number>> | undefined;
  return async (id) => {
    counted ??= count();
    return (await counted).get(id) ?? 0;
  };
}
