import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type PersonalMark, markOf } from './personal-mark';

/** Arguments as a resolver gets them: defaults filled in, variables in their place. */
type CoercedArgs = Readonly<Record<string, unknown>>;

/** The personal filters among the arguments of one field; null where it takes none. */
export function personalFiltersOf(
  typeName: string,
  field: Pick<GraphQLField<unknown, unknown>, 'name' | 'args'>,
): ((args: CoercedArgs) => readonly PersonalMark[]) | null {
  const filters = field.args.filter(
    (arg) => argumentMark(typeName, field.name, arg) !== null || holdsMarks(arg.type),
  );
  if (filters.length === 0) return null;
  return (args) =>
    filters.flatMap((arg) => given(args[arg.name], arg.type, argumentMark(typeName, field.name, arg)));
}

function argumentMark(typeName: string, field: string, arg: GraphQLArgument): PersonalMark | null {
  return markOf(`${typeName}.${field}(${arg.name}:)`, arg);
}

function holdsMarks(type: GraphQLInputType, seen = new Set<GraphQLInputObjectType>()): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named)) return false;
  seen.add(named);
  return Object.values(named.getFields()).some(
    (field) => markOf(field.name, field) !== null || holdsMarks(field.type, seen),
  );
}

/** A filter that is null filters nothing, so it counts as not given. */
function given(value: unknown, type: GraphQLInputType, mark: PersonalMark | null): readonly PersonalMark[] {
  if (value == null) return [];
  return [...(mark === null ? [] : [mark]), ...within(value, type)];
}

function within(value: unknown, type: GraphQLInputType): readonly PersonalMark[] {
  if (isNonNullType(type)) return within(value, type.ofType);
  if (isListType(type)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item) => given(item, type.ofType, null));
  }
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return [];
  const values = value as CoercedArgs;
  return Object.values(type.getFields()).flatMap((field) =>
    given(values[field.name], field.type, markOf(`${type.name}.${field.name}`, field)),
  );
}
