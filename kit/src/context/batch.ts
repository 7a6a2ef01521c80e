import type { EntityManager } from 'typeorm';
import type { Batch } from './context';
import { grouped } from './grouped';

/** A named question of a repository about many keys at once. */
type Find<R, A> = (db: EntityManager, keys: readonly string[], argument: A) => Promise<readonly R[]>;

/** A batch that reads one record per key. */
export function oneEach<R, A = undefined>(find: Find<R, A>, keyOf: (row: R) => string): Batch<R, A> {
  return async (ctx, keys, argument) => {
    const rows = await ctx.read((db) => find(db, keys, argument));
    return new Map(rows.map((row) => [keyOf(row), row]));
  };
}

/** A batch that reads a list per key; keys without rows are left out. */
export function manyEach<R, A = undefined>(find: Find<R, A>, keyOf: (row: R) => string): Batch<R[], A> {
  return async (ctx, keys, argument) => grouped(await ctx.read((db) => find(db, keys, argument)), keyOf);
}
