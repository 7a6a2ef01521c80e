import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

/**
 * Keeps rows whose region code is the given one or lies below it. Codes are dotted and columns collate "C",
 * where '/' follows '.': a plain range then covers the whole branch, and stays indexable under row-level security.
 */
export function whereWithin<R extends ObjectLiteral>(
  query: SelectQueryBuilder<R>,
  column: string,
  code: string | null | undefined,
): SelectQueryBuilder<R> {
  if (code == null) return query;
  const name = `within_${column.replace(/\W/g, '_')}`;
  return query.andWhere(
    new Brackets((either) =>
      either
        .where(`${column} >= :${name}`, { [name]: code })
        .andWhere(`${column} < :${name}_end`, { [`${name}_end`]: `${code}/` }),
    ),
  );
}
