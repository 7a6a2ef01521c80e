import { type ObjectLiteral, QueryFailedError, type SelectQueryBuilder } from 'typeorm';
import { badInput } from '../errors/errors';

/** Most rows of one page. */
export const MAX_PAGE = 100;

/** What a client asks of a connection. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A stretch of rows with the cursor of each; the total is counted only when asked for. */
export interface Page<R> {
  readonly rows: readonly { row: R; cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Null where counting would cost too much. */
  count(): Promise<number | null>;
}

/**
 * One column of a page's order, as the SQL expression that sorts and the row's value for it.
 * The last column must be unique; null sorts as `whenNull`, so that a cursor can stand on it.
 */
export interface SortColumn<R> {
  readonly expression: string;
  readonly of: (row: R) => string | number | null;
  readonly descending?: boolean;
  readonly whenNull?: string | number;
}

/** Reads a page by keyset (never by offset): stable under inserts, and as fast on page 900 as on page 1. */
export async function readPage<R extends ObjectLiteral>(
  query: SelectQueryBuilder<R>,
  order: readonly SortColumn<R>[],
  page: PageArguments,
  count: () => Promise<number | null>,
): Promise<Page<R>> {
  seek(query, order, page);
  for (const column of order) query.addOrderBy(sortExpression(column), direction(column));
  const found = await refuseForeignCursor(page, () => query.limit(rowsWanted(page) + 1).getMany());
  return toPage(found, order, page, count);
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
  order: readonly SortColumn<R>[],
  page: PageArguments,
  count: (id: string) => Promise<number>,
): Promise<ReadonlyMap<string, Page<R>>> {
  const outer = query();
  const inner = query().andWhere(`${parent.expression} IN (:...parents)`, { parents: parent.ids });
  // The outer select brings them along for both, and they are computed once.
  inner.expressionMap.commonTableExpressions = [];
  seek(inner, order, page);
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
  const found = await refuseForeignCursor(page, () => outer.getMany());
  const rowsOf = (id: string): R[] => found.filter((row) => parent.of(row) === id);
  return new Map(parent.ids.map((id) => [id, toPage(rowsOf(id), order, page, () => count(id))]));
}

function toPage<R>(
  found: readonly R[],
  order: readonly SortColumn<R>[],
  page: PageArguments,
  count: () => Promise<number | null>,
): Page<R> {
  const first = rowsWanted(page);
  return {
    rows: found.slice(0, first).map((row) => ({ row, cursor: encodeCursor(row, order) })),
    hasNextPage: found.length > first,
    hasPreviousPage: page.after != null,
    count,
  };
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

function seek<R extends ObjectLiteral>(
  query: SelectQueryBuilder<R>,
  order: readonly SortColumn<R>[],
  { after }: PageArguments,
): void {
  if (after == null) return;
  const values = decodeCursor(after, order.length);
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

function encodeCursor<R>(row: R, order: readonly SortColumn<R>[]): string {
  const values = order.map(({ of, whenNull }) => of(row) ?? whenNull ?? null);
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every(isSortValue)) return values;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw notACursor();
}

/** SQLSTATE class of values that do not fit their column: here only a cursor of another list can bring them in. */
const DATA_EXCEPTION = '22';

async function refuseForeignCursor<T>({ after }: PageArguments, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const state = error instanceof QueryFailedError && 'code' in error ? String(error.code) : '';
    throw after != null && state.startsWith(DATA_EXCEPTION) ? notACursor() : error;
  }
}

function notACursor(): Error {
  const remedy = 'Pass pageInfo.endCursor of the page before, unchanged.';
  return badInput([{ path: ['after'], message: 'is not a cursor of this list.', remedy }]);
}

function isSortValue(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
