import { type Relation, SHOWN_TYPES } from '@simpul/schema/contract/relations';
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { STRANGER, type Standing } from '../../policy/reach';
import type { FieldRefusal } from '../../errors/errors';
import { personalFiltersOf } from './given-filters';
import { recordRows, rowsLedTo } from './led-rows';
import { UNMASKABLE, maskedValue } from './masked-value';
import {
  type About,
  type HeirTypes,
  type PeopleOf,
  heirsIn,
  isMarked,
  isPage,
  tellsOfPeople,
} from './people';
import { type PersonalMark, markOf } from './personal-mark';
import { type GuardedContext, type Refused, RequestGuard, type Subject, type Way } from './request-guard';

type Resolver = GraphQLFieldResolver<unknown, GuardedContext>;

/** Finds whom an object is about; undefined where it came by a way that tells not. */
type FindSubject = (
  source: unknown,
  ctx: GuardedContext,
  info: GraphQLResolveInfo,
) => Subject | undefined | Promise<Subject>;

const guards = new WeakMap<GuardedContext, RequestGuard>();

/**
 * Puts the access policy before every field of a schema that is marked `@personal`, and before every field that is filtered by
 * something personal. Without rows: nobody gets what no row could show them. With rows: what the caller's standing to the
 * person opens, whole or masked; a stranger's row and none are the same.
 */
export function guardSchema(schema: GraphQLSchema, people: PeopleOf): void {
  const heirs = heirsIn(schema, people);
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith('__')) continue;
    const subjectOf = subjectsOf(type.name, people);
    const fields: readonly GraphQLField<unknown, GuardedContext>[] = Object.values(type.getFields());
    for (const field of fields) guardField(type, field, { schema, heirs, people, subjectOf });
  }
}

interface GuardParts {
  readonly schema: GraphQLSchema;
  readonly heirs: HeirTypes;
  readonly people: PeopleOf;
  readonly subjectOf: FindSubject;
}

function guardField(
  { name: typeName }: GraphQLObjectType,
  field: GraphQLField<unknown, GuardedContext>,
  { schema, heirs, people, subjectOf }: GuardParts,
): void {
  const coordinate = `${typeName}.${field.name}`;
  const mark = markOf(coordinate, field);
  const filtersIn = personalFiltersOf(typeName, field);
  const choosesRows = tellsOfPeople(field.type, schema);
  const rows = mark === null ? rowsLedTo(field.type, people) : null;
  if (rows !== null && !isPage(getNamedType(field.type).name))
    recordRows(rows, field, subjectsOf(rows, people), guardOf);
  const leads = rows !== null && !isPage(typeName);
  if (mark === null && filtersIn === null && !leads) return;
  const isRequired = isNonNullType(field.type);
  const resolve = field.resolve ?? (defaultFieldResolver as Resolver);
  const shown = mark === null ? resolve : shownBy(mark, { field, resolve, heirs, subjectOf });
  field.resolve = (source, args: Record<string, unknown>, ctx, info) => {
    const guard = guardOf(ctx);
    const filters = filtersIn?.(args) ?? [];
    const [personal] = [mark, ...filters].filter((each) => each !== null);
    const refuse = (code: FieldRefusal, what: Refused): null => guard.refuse(code, what, isRequired);
    if (ctx.disclosures.closed && (personal || leads))
      return refuse('AUDIT_UNAVAILABLE', personal ?? { coordinate });
    if (personal && ctx.purpose === null) return refuse('PURPOSE_REQUIRED', personal);
    // Counts of what a filter lets through tell of nobody.
    const closed = choosesRows && filters.find((filter) => !guard.mayFilter(filter));
    if (closed) return refuse('FORBIDDEN_FIELD', closed);
    if (mark !== null && !guard.isOpen(mark)) return refuse('FORBIDDEN_FIELD', mark);
    const way = { coordinate, filters };
    if (leads || (choosesRows && filters.length > 0)) guard.leads(info.path, way);
    const value = shown(source, args, ctx, info);
    return mark === null || filters.length === 0
      ? value
      : after(value, (rows) =>
          after(subjectOf(source, ctx, info), (whose) => chosen(guard, way, rows, whose)),
        );
  };
}

/** Rows of a marked field are about whomever the field is of. */
function chosen(guard: RequestGuard, way: Way, rows: unknown, whose: Subject | undefined): unknown {
  if (rows !== null && whose !== undefined) guard.led(way, way.coordinate, whose);
  return rows;
}

interface Shown {
  readonly field: GraphQLField<unknown, GuardedContext>;
  readonly resolve: Resolver;
  readonly heirs: HeirTypes;
  readonly subjectOf: FindSubject;
}

/** A marked field, as the caller's standing to the person lets it be seen. */
function shownBy(mark: PersonalMark, { field, resolve, heirs, subjectOf }: Shown): Resolver {
  const isList = isListType(getNullableType(field.type));
  const named = getNamedType(field.type);
  const isOfMarkedType = isObjectType(named) && (isMarked(named) || isPage(named.name));
  const hasHeir = heirs.has(named.name) || isPage(named.name);
  return (source, args, ctx, info) => {
    const guard = guardOf(ctx);
    const show = (subject: Subject | undefined): unknown => {
      if (subject === undefined) return guard.refuse('FORBIDDEN_FIELD', mark);
      // A record about nobody, which shows as it came: there is nothing in it.
      if (subject.people.length === 0) return null;
      const { relations, grants } = subject.standing;
      if (relations.length === 0 && grants.length === 0) return isList ? [] : null;
      const decision = guard.decide(mark, subject.standing);
      if (decision.verdict === 'DENY' || (decision.verdict === 'MASK' && mark.mask === 'NONE'))
        return guard.refuse('FORBIDDEN_FIELD', mark);
      if (hasHeir) guard.bequeath(info.path, subject);
      return after(resolve(source, args, ctx, info), (value) => {
        const delivered =
          decision.verdict === 'MASK' ? maskedValue(value, mark.mask, isOfMarkedType) : (value ?? null);
        if (delivered === UNMASKABLE) return guard.refuse('FORBIDDEN_FIELD', mark);
        // What is hidden looks the same whether there is something or not.
        if (decision.verdict !== 'MASK' || mark.mask !== 'HIDE') guard.disclose(mark, subject, decision);
        guard.explain(mark, decision, delivered);
        return delivered;
      });
    };
    return after(subjectOf(source, ctx, info), show);
  };
}

/** How to find whom an object of a type is about. */
function subjectsOf(name: string, people: PeopleOf): FindSubject {
  const way = people[name] as ((source: unknown) => About) | undefined;
  if (way === undefined) return (_source, ctx, { path }) => guardOf(ctx).inherited(path);
  const shown = SHOWN_TYPES[name];
  return (source, ctx) => {
    const about = way(source) ?? [];
    const ids: readonly string[] = typeof about === 'string' ? [about] : about;
    if (ids.length === 0) return { people: [], standing: STRANGER };
    if (shown !== undefined) return { people: ids, standing: onlyBy(shown) };
    return Promise.all(ids.map((id) => ctx.standing(id))).then((standings) => ({
      people: ids,
      standing: together(standings),
    }));
  };
}

/** A record about two people is the business of whoever may know of either. */
function together(standings: readonly Standing[]): Standing {
  const [first = STRANGER, ...others] = standings;
  if (others.length === 0) return first;
  return {
    relations: [...new Set(standings.flatMap(({ relations }) => relations))],
    grants: [...new Set(standings.flatMap(({ grants }) => grants))],
    // A consent is one person's, and lets nobody see the other.
    consented: first.consented.filter((category) =>
      others.every(({ consented }) => consented.includes(category)),
    ),
  };
}

function onlyBy(relation: Relation): Standing {
  return { ...STRANGER, relations: [relation] };
}

function guardOf(ctx: GuardedContext): RequestGuard {
  const known = guards.get(ctx) ?? new RequestGuard(ctx);
  guards.set(ctx, known);
  return known;
}

/** At once where nothing has to be waited for: a page has fifteen hundred values. */
function after<T, R>(value: T | PromiseLike<T>, next: (value: T) => R): R | PromiseLike<R> {
  return isPending(value) ? value.then(next) : next(value);
}

function isPending<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
