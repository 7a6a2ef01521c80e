import type { EntityManager } from 'typeorm';
import type { Page } from '../database/page';
import type { Batch, Manner, RequestContext } from './context';
import { grouped } from './grouped';

/** A named question of a repository about many keys at once. */
type Find<R, A> = (db: EntityManager, keys: readonly string[], argument: A) => Promise<readonly R[]>;

/** A batch that reads one record per key. */
export function oneEach<R, A = undefined>(
  find: Find<R, A>,
  keyOf: (row: R) => string,
  manner: Manner = 'read',
): Batch<R, A> {
  return async (ctx, keys, argument) => {
    const rows = await ctx[manner]((db) => find(db, keys, argument));
    return new Map(rows.map((row) => [keyOf(row), row]));
  };
}

/** A batch that reads a list per key; keys without rows are left out. */
export function manyEach<R, A = undefined>(
  find: Find<R, A>,
  keyOf: (row: R) => string,
  manner: Manner = 'read',
): Batch<R[], A> {
  return async (ctx, keys, argument) => grouped(await ctx[manner]((db) => find(db, keys, argument)), keyOf);
}

/** The page of one parent, from a batch that reads a page for each of them. */
export async function pageOf<R, A>(
  ctx: RequestContext,
  batch: Batch<Page<R>, A>,
  parent: string,
  ...argument: A extends undefined ? [] : [A]
): Promise<Page<R>> {
  const page = await ctx.load(batch, parent, ...argument);
  if (!page) throw new Error('A batch of pages left out one of its parents.');
  return page;
}
