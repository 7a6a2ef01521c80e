import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

/**
 * Keeps rows whose occupation (KBJI) or industry (KBLI) is one of the given codes or lies below it: a section of
 * industries covers its divisions. Below a code only digits follow, and columns collate "C", where ':' follows '9':
 * a range then covers the whole branch, and stays indexable under row-level security.
 */
export function whereBranch<R extends ObjectLiteral>(
  query: SelectQueryBuilder<R>,
  column: string,
  codes: readonly string[] | null | undefined,
): SelectQueryBuilder<R> {
  if (!codes) return query;
  const name = `branch_${column.replace(/\W/g, '_')}`;
  return query.andWhere(
    new Brackets((any) => {
      any.where('false');
      [...new Set(codes)].forEach((code, index) => {
        const [from, to] = [`${name}_${String(index)}`, `${name}_${String(index)}_end`];
        any.orWhere(`(${column} >= :${from} AND ${column} < :${to})`, { [from]: code, [to]: `${code}:` });
      });
    }),
  );
}
