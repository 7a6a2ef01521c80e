import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { CursorSeal, SortValues } from './cursor-seal';

/** Most rows of one page. */
export const MAX_PAGE = 100;

/** What a client asks of a connection. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A row of a page; its cursor is sealed only when asked for. */
export interface PlacedRow<R> {
  readonly row: R;
  readonly cursor: string;
}

/** A stretch of rows with the cursor of each; the total is counted only when asked for. */
export interface Page<R> {
  readonly rows: readonly PlacedRow<R>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Null where counting would cost too much. */
  count(): Promise<number | null>;
}

/** One column of a page's order, as the SQL expression that sorts and the row's value for it. The last one must be unique. */
export type SortColumn<R> = {
  readonly expression: string;
  readonly descending?: boolean;
} & (
  | { readonly of: (row: R) => string | number; readonly whenNull?: undefined }
  // Null sorts as this, so that a cursor can stand on it.
  | { readonly of: (row: R) => string | number | null; readonly whenNull: string | number }
);

/** Which stretch of a list is wanted, and the seal of the caller's cursors. */
export interface Stretch<R> {
  readonly order: readonly SortColumn<R>[];
  readonly page: PageArguments;
  readonly seal: CursorSeal;
}

/** Reads a page by keyset (never by offset): stable under inserts, and as fast on page 900 as on page 1. */
export async function readPage<R extends ObjectLiteral>(
  query: SelectQueryBuilder<R>,
  stretch: Stretch<R>,
  count: () => Promise<number | null>,
): Promise<Page<R>> {
  const { order, page } = stretch;
  const list = listName(query, order);
  seek(query, stretch, [list]);
  for (const column of order) query.addOrderBy(sortExpression(column), direction(column));
  const found = await query.limit(rowsWanted(page) + 1).getMany();
  return toPage(found, list, stretch, count);
}

/** Parents whose lists are read together, and how a row tells its parent. */
export interface ParentColumn<R> {
  readonly expression: string;
  readonly of: (row: R) => string;
  readonly ids: readonly string[];
}

/** Reads the same page of many parents' lists with one select. `query` gives a fresh select over `row.id` each time. */
export async function readPages<R extends ObjectLiteral>(
  query: () => SelectQueryBuilder<R>,
  parent: ParentColumn<R>,
  stretch: Stretch<R>,
  count: (id: string) => Promise<number>,
): Promise<ReadonlyMap<string, Page<R>>> {
  const { order, page } = stretch;
  const outer = query();
  const inner = query().andWhere(`${parent.expression} IN (:...parents)`, { parents: parent.ids });
  // The outer select brings them along for both, and they are computed once.
  inner.expressionMap.commonTableExpressions = [];
  const listOf = (id: string): string => `${listName(outer, order)} of ${id}`;
  seek(inner, stretch, parent.ids.map(listOf));
  const sort = order.map((column) => `${sortExpression(column)} ${direction(column)}`).join(', ');
  inner
    .select(`${inner.alias}.id`, 'id')
    .addSelect(`row_number() OVER (PARTITION BY ${parent.expression} ORDER BY ${sort})`, 'rank');
  outer
    .where(
      `${outer.alias}.id IN (SELECT ranked.id FROM (${inner.getQuery()}) ranked WHERE ranked.rank <= :most)`,
    )
    .setParameters({ ...inner.getParameters(), most: rowsWanted(page) + 1 });
  for (const column of order) outer.addOrderBy(sortExpression(column), direction(column));
  const found = await outer.getMany();
  const rowsOf = (id: string): R[] => found.filter((row) => parent.of(row) === id);
  return new Map(parent.ids.map((id) => [id, toPage(rowsOf(id), listOf(id), stretch, () => count(id))]));
}

function toPage<R>(
  found: readonly R[],
  list: string,
  { order, page, seal }: Stretch<R>,
  count: () => Promise<number | null>,
): Page<R> {
  const first = rowsWanted(page);
  return {
    rows: found.slice(0, first).map((row) => ({
      row,
      get cursor() {
        return seal.seal(list, placeOf(row, order));
      },
    })),
    hasNextPage: found.length > first,
    hasPreviousPage: page.after != null,
    count,
  };
}

/** The same page with what is made of its rows. */
export function mapPage<A, B>(page: Page<A>, change: (row: A) => B): Page<B> {
  const rows = page.rows.map((placed) => ({
    row: change(placed.row),
    get cursor() {
      return placed.cursor;
    },
  }));
  return { ...page, rows };
}

function rowsWanted({ first }: PageArguments): number {
  return first ?? 20;
}

function direction<R>(column: SortColumn<R>): 'ASC' | 'DESC' {
  return column.descending ? 'DESC' : 'ASC';
}

function sortExpression<R>({ expression, whenNull }: SortColumn<R>): string {
  if (whenNull === undefined) return expression;
  return `COALESCE(${expression}, ${typeof whenNull === 'number' ? String(whenNull) : `'${whenNull}'`})`;
}

/** Names a list by what it is of and how it is sorted: a cursor of it means nothing in another. */
function listName<R extends ObjectLiteral>(
  { alias }: SelectQueryBuilder<R>,
  order: readonly SortColumn<R>[],
): string {
  return [alias, ...order.map((column) => `${sortExpression(column)} ${direction(column)}`)].join(', ');
}

/** Goes to the place of the cursor, which must be one of each of the lists: of several parents it never is. */
function seek<R extends ObjectLiteral>(
  query: SelectQueryBuilder<R>,
  { order, page: { after }, seal }: Stretch<R>,
  lists: readonly string[],
): void {
  if (after == null) return;
  const [values = []] = lists.map((list) => seal.open(list, after));
  const parameters = Object.fromEntries(values.map((value, index) => [`seek${String(index)}`, value]));
  const alternatives = order.map((column, index) => {
    const equal = order
      .slice(0, index)
      .map((earlier, at) => `${sortExpression(earlier)} = :seek${String(at)}`);
    const beyond = `${sortExpression(column)} ${column.descending ? '<' : '>'} :seek${String(index)}`;
    return `(${[...equal, beyond].join(' AND ')})`;
  });
  query.andWhere(`(${alternatives.join(' OR ')})`, parameters);
  const [leading] = order;
  // Implied by the alternatives, but only in this form can an index start at the cursor.
  if (leading) query.andWhere(`${sortExpression(leading)} ${leading.descending ? '<=' : '>='} :seek0`);
}

function placeOf<R>(row: R, order: readonly SortColumn<R>[]): SortValues {
  return order.map(({ of, whenNull }) => (whenNull === undefined ? of(row) : (of(row) ?? whenNull)));
}
