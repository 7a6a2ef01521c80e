import { SHOWN_TYPES } from '@simpul/schema/contract/relations';
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { markOf } from './personal-mark';

/** A person's id, or several where something is about more than one; nothing where nobody is known. */
export type About = string | readonly string[] | null | undefined;

/**
 * Whom the objects of a type are about, for each type that is about somebody. Values that only such objects lead to need no
 * entry.
 */
export type PeopleOf = Readonly<Record<string, (source: never) => About>>;

/** Types that are personal only through the object that leads to them: a contact, a step, a check. */
export type HeirTypes = ReadonlySet<string>;

/** Finds them, and throws unless every marked field is of a type that leads to a person, and may be null. */
export function heirsIn(schema: GraphQLSchema, people: PeopleOf): HeirTypes {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const marked = objects.filter(isMarked);
  const heirs = new Set<string>();
  const isKnown = ({ name }: GraphQLObjectType): boolean => name in people || heirs.has(name);
  for (let before = -1; before !== heirs.size;) {
    before = heirs.size;
    for (const type of marked)
      if (!isKnown(type) && isInherited(type, waysTo(type, schema, objects), isKnown)) heirs.add(type.name);
  }
  const faults = [
    ...marked.filter((type) => !isKnown(type)).map(({ name }) => `${name}: nothing tells whom it is about`),
    ...marked
      .filter(({ name }) => name in SHOWN_TYPES && !(name in people))
      .map(({ name }) => `${name}: shown to strangers, it must tell whom it is about for the audit`),
    ...marked.flatMap(unrefusable),
    ...Object.keys(people)
      .filter((name) => !isObjectType(schema.getType(name)))
      .map((name) => `${name}: no such type, mend the list of people`),
  ];
  if (faults.length > 0) throw new Error(`Personal fields cannot be guarded. ${faults.join('; ')}.`);
  return heirs;
}

interface Way {
  readonly host: GraphQLObjectType;
  readonly isMarked: boolean;
}

/** Only fields that are guarded themselves hand on whom their value is about. */
function isInherited(
  type: GraphQLObjectType,
  ways: readonly Way[],
  isKnown: (host: GraphQLObjectType) => boolean,
): boolean {
  const others = ways.filter(({ host }) => host !== type);
  return others.length > 0 && others.every(({ host, isMarked }) => isMarked && isKnown(host));
}

function waysTo(
  type: GraphQLObjectType,
  schema: GraphQLSchema,
  objects: readonly GraphQLObjectType[],
): readonly Way[] {
  return objects.flatMap((host) =>
    Object.values(host.getFields())
      .filter((field) => leadsTo(type, field.type, schema))
      .flatMap((field) =>
        isPage(host.name)
          ? waysTo(host, schema, objects)
          : [{ host, isMarked: markOf(field.name, field) !== null }],
      ),
  );
}

/** Whether objects of the type only hold rows together: whom those are about, the field says that leads to the page. */
export function isPage(typeName: string): boolean {
  return /(Connection|Edge)$/.test(typeName);
}

function leadsTo(type: GraphQLObjectType, output: GraphQLOutputType, schema: GraphQLSchema): boolean {
  const named = getNamedType(output);
  return named === type || (isAbstractType(named) && schema.isSubType(named, type));
}

/** What may be refused must be able to be null, or a refusal would take the whole row. */
function unrefusable(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter((field) => markOf(field.name, field) !== null && isNonNullType(field.type))
    .map(({ name }) => `${type.name}.${name}: make it nullable, it can be refused`);
}

/** Whether a field of the type is marked. */
export function isMarked(type: GraphQLObjectType): boolean {
  return Object.values(type.getFields()).some((field) => markOf(field.name, field) !== null);
}

/** Whether a field of the type answers with rows about people, or with pages of them. */
export function tellsOfPeople(output: GraphQLOutputType, schema: GraphQLSchema): boolean {
  const named = getNamedType(output);
  if (isAbstractType(named))
    return schema.getPossibleTypes(named).some((type) => tellsOfPeople(type, schema));
  if (!isObjectType(named)) return false;
  if (isMarked(named)) return true;
  return (
    isPage(named.name) && Object.values(named.getFields()).some(({ type }) => tellsOfPeople(type, schema))
  );
}
