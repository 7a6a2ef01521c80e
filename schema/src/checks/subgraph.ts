import {
  DefinitionNode,
  DirectiveNode,
  DocumentNode,
  InputValueDefinitionNode,
  Kind,
  NameNode,
  ObjectTypeDefinitionNode,
  ObjectTypeExtensionNode,
  parse,
  print,
  StringValueNode,
  TypeNode,
  ValueNode,
} from 'graphql';

/** One agency's part of the graph as text. */
export interface SubgraphSdl {
  name: string;
  sdl: string;
}

/** What a member of the schema is; the rules differ by it. */
export type MemberKind =
  'TYPE' | 'FIELD' | 'ARGUMENT' | 'INPUT_FIELD' | 'ENUM_VALUE' | 'DIRECTIVE' | 'DIRECTIVE_ARGUMENT';

/** A named thing in a subgraph: a type, field, argument, input field, enum value or directive. */
export interface Member {
  kind: MemberKind;
  coordinate: string;
  /** Name of the type that holds it; its own name for a type. */
  host: string;
  name: string;
  description: string | null;
  type: TypeNode | null;
  defaultValue: string | null;
  directives: readonly DirectiveNode[];
}

/** A parsed subgraph: its definitions and all members by coordinate. */
export interface Subgraph {
  name: string;
  document: DocumentNode;
  definitions: ReadonlyMap<string, NamedDefinition>;
  members: ReadonlyMap<string, Member>;
}

/** A definition that carries a name; schema definitions and their extensions do not. */
export type NamedDefinition = Exclude<
  DefinitionNode,
  {
    kind:
      Kind.SCHEMA_DEFINITION | Kind.SCHEMA_EXTENSION | Kind.OPERATION_DEFINITION | Kind.FRAGMENT_DEFINITION;
  }
>;

type Annotated = { readonly directives?: readonly DirectiveNode[] | undefined };

const ROOT_TYPES = ['Query', 'Mutation', 'Subscription'];

/** Parses a subgraph once, so that every rule reads the same members. */
export function readSubgraph({ name, sdl }: SubgraphSdl): Subgraph {
  const document = parse(sdl, { noLocation: true });
  const named = document.definitions.filter(isNamed);
  const members = named.flatMap(membersOf).map((member) => [member.coordinate, member] as const);
  return {
    name,
    document,
    definitions: new Map(named.map((definition) => [coordinateOf(definition), definition])),
    members: new Map(members),
  };
}

/** Whether the type is an entry point of the graph and not a record. */
export function isRoot(typeName: string): boolean {
  return ROOT_TYPES.includes(typeName);
}

/** Whether the definition publishes fields under a type of its own. */
export function isObject(
  definition: NamedDefinition | undefined,
): definition is ObjectTypeDefinitionNode | ObjectTypeExtensionNode {
  return definition?.kind === Kind.OBJECT_TYPE_DEFINITION || definition?.kind === Kind.OBJECT_TYPE_EXTENSION;
}

/** Whether the type has a @key, so that other agencies can refer to it. */
export function isEntity(definition: NamedDefinition | undefined): boolean {
  return isObject(definition) && hasDirective(definition, 'key');
}

/** Whether the node carries the directive. */
export function hasDirective(node: Annotated, name: string): boolean {
  return node.directives?.some((directive) => directive.name.value === name) ?? false;
}

/** The type's name without lists and exclamation marks. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** Whether a list stands anywhere in the type. */
export function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

/** Names of the top-level fields of the type's keys. */
export function keyFields(definition: NamedDefinition): string[] {
  return fieldSetsOf(definition, 'key').flatMap((fields) => fields.split(/[^A-Za-z0-9_]+/).filter(Boolean));
}

/** The `fields` argument of each use of a federation directive such as @key or @requires. */
export function fieldSetsOf(node: Annotated, name: string): string[] {
  return (node.directives ?? [])
    .filter((directive) => directive.name.value === name)
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ name: argument, value }) =>
      argument.value === 'fields' && value.kind === Kind.STRING ? [value.value] : [],
    );
}

function isNamed(definition: DefinitionNode): definition is NamedDefinition {
  return 'name' in definition && definition.kind !== Kind.OPERATION_DEFINITION;
}

function coordinateOf({ kind, name }: NamedDefinition): string {
  return kind === Kind.DIRECTIVE_DEFINITION ? `@${name.value}` : name.value;
}

function membersOf(definition: NamedDefinition): Member[] {
  const name = definition.name.value;
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) {
    const itself = member('DIRECTIVE', `@${name}`, name, definition);
    return [itself, ...argumentsOf(definition.arguments, 'DIRECTIVE_ARGUMENT', `@${name}`, name)];
  }
  return [member('TYPE', name, name, definition), ...insideOf(definition)];
}

function insideOf(definition: NamedDefinition): Member[] {
  const host = definition.name.value;
  if ('values' in definition) {
    return (definition.values ?? []).map((value) =>
      member('ENUM_VALUE', `${host}.${value.name.value}`, host, value),
    );
  }
  if (!('fields' in definition)) return [];
  return (definition.fields ?? []).flatMap((field) => {
    const coordinate = `${host}.${field.name.value}`;
    if (field.kind === Kind.INPUT_VALUE_DEFINITION) return [member('INPUT_FIELD', coordinate, host, field)];
    return [
      member('FIELD', coordinate, host, field),
      ...argumentsOf(field.arguments, 'ARGUMENT', coordinate, host),
    ];
  });
}

function argumentsOf(
  nodes: readonly InputValueDefinitionNode[] | undefined,
  kind: MemberKind,
  owner: string,
  host: string,
): Member[] {
  return (nodes ?? []).map((node) => member(kind, `${owner}(${node.name.value}:)`, host, node));
}

interface Described {
  name: NameNode;
  description?: StringValueNode | undefined;
  directives?: readonly DirectiveNode[] | undefined;
  type?: TypeNode | undefined;
  defaultValue?: ValueNode | undefined;
}

function member(kind: MemberKind, coordinate: string, host: string, node: Described): Member {
  return {
    kind,
    coordinate,
    host,
    name: node.name.value,
    description: node.description?.value ?? null,
    type: node.type ?? null,
    defaultValue: node.defaultValue ? print(node.defaultValue) : null,
    directives: node.directives ?? [],
  };
}
