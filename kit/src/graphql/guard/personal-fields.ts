import { SHOWN_TYPES } from '@simpul/schema/contract/relations';
import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { isPage } from './people';
import { type PersonalMark, markOf } from './personal-mark';

/** A personal field that a query can lead to. */
export interface ReadableField extends PersonalMark {
  /** Personal fields (`Type.field`) through which alone one comes to its type; empty where there is another way. */
  readonly ways: readonly string[];
}

const known = new WeakMap<GraphQLSchema, readonly ReadableField[]>();

/**
 * The marked fields of a schema that show something of a person whom the caller asks for: what only a change leads to, and what
 * is shown to strangers, is not among them.
 */
export function readableFieldsOf(schema: GraphQLSchema): readonly ReadableField[] {
  const found = known.get(schema) ?? fieldsBelow(schema);
  known.set(schema, found);
  return found;
}

/** Of personal fields those that are open themselves and lie on a way that is. */
export function reachableAmong<F extends ReadableField>(
  fields: readonly F[],
  isOpen: (field: F) => boolean,
): readonly F[] {
  const open = fields.filter(isOpen);
  const reached = new Set<string>();
  const isReached = ({ ways }: F): boolean => ways.length === 0 || ways.some((way) => reached.has(way));
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const field of open) if (isReached(field)) reached.add(field.coordinate);
  }
  return open.filter(isReached);
}

function fieldsBelow(schema: GraphQLSchema): readonly ReadableField[] {
  const types = readableTypes(schema);
  return [...types]
    .filter(({ name }) => !(name in SHOWN_TYPES))
    .flatMap((type) => {
      const ways = waysTo(type, types, schema);
      const alone = ways.every((way) => way !== null) ? ways : [];
      return Object.values(type.getFields()).flatMap((field) => {
        const mark = markOf(`${type.name}.${field.name}`, field);
        return mark === null ? [] : [{ ...mark, ways: alone }];
      });
    });
}

/** Marked fields that lead to a type, at once or by pages of it, and null for each way that is not marked. */
function waysTo(
  type: GraphQLObjectType,
  types: ReadonlySet<GraphQLObjectType>,
  schema: GraphQLSchema,
): (string | null)[] {
  return [...types].flatMap((host) =>
    Object.values(host.getFields())
      .filter((field) => targetsOf(getNamedType(field.type), schema).includes(type))
      .flatMap((field) => {
        if (isPage(host.name)) return waysTo(host, types, schema);
        return [markOf(`${host.name}.${field.name}`, field)?.coordinate ?? null];
      }),
  );
}

/** Types of objects that a query leads to, entities included. */
function readableTypes(schema: GraphQLSchema): ReadonlySet<GraphQLObjectType> {
  const found = new Set<GraphQLObjectType>();
  const visit = (type: GraphQLObjectType): void => {
    if (found.has(type)) return;
    found.add(type);
    for (const field of Object.values(type.getFields()))
      targetsOf(getNamedType(field.type), schema).forEach(visit);
  };
  const query = schema.getQueryType();
  if (query) visit(query);
  return found;
}

function targetsOf(type: GraphQLNamedType, schema: GraphQLSchema): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}
