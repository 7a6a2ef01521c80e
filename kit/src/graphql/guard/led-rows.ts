import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  defaultFieldResolver,
  getNamedType,
  isObjectType,
} from 'graphql';
import { SHOWN_TYPES } from '@simpul/schema/contract/relations';
import { type PeopleOf, isPage } from './people';
import type { GuardedContext, RequestGuard, Subject } from './request-guard';

/** Whom a row is about: a row that is found here tells so itself. */
type FindSubject = (
  row: unknown,
  ctx: GuardedContext,
  info: GraphQLResolveInfo,
) => Subject | undefined | Promise<Subject>;

/**
 * The type of the rows about people that a field leads to, directly or by a page; null where there are none, where they are about
 * whomever leads to them, which is recorded there, and where they are shown to strangers, who learn of nobody that there is one.
 */
export function rowsLedTo(output: GraphQLOutputType, people: PeopleOf): string | null {
  const named = getNamedType(output);
  if (!isObjectType(named)) return null;
  if (!isPage(named.name)) return named.name in people && !(named.name in SHOWN_TYPES) ? named.name : null;
  const { nodes, node } = named.getFields();
  const rows = nodes ?? node;
  return rows ? rowsLedTo(rows.type, people) : null;
}

/**
 * Puts on record, where rows are shown, that there are such rows of these people, or that a filter let them through: whoever sees
 * nothing but an id learns this of it.
 */
export function recordRows(
  rows: string,
  field: GraphQLField<unknown, GuardedContext>,
  subjectOf: FindSubject,
  guardOf: (ctx: GuardedContext) => RequestGuard,
): void {
  const resolve = field.resolve ?? (defaultFieldResolver as GraphQLFieldResolver<unknown, GuardedContext>);
  field.resolve = async (source, args: Record<string, unknown>, ctx, info) => {
    const value: unknown = await resolve(source, args, ctx, info);
    const guard = guardOf(ctx);
    const way = guard.wayTo(info.path);
    if (value == null || way === undefined) return value;
    const shown: readonly unknown[] = Array.isArray(value) ? value : [value];
    const subjects = await Promise.all(shown.map(async (row) => subjectOf(row, ctx, info)));
    for (const subject of subjects) if (subject) guard.led(way, rows, subject);
    return value;
  };
}
