import { type DefinitionNode, type DocumentNode, Kind, type NameNode, visit } from 'graphql';

/**
 * Orders definitions, fields, arguments and values by name, so that the stored SDL differs only where the schema does.
 * type-graphql emits arguments in reverse order of declaration.
 */
export function sortDocument(document: DocumentNode): DocumentNode {
  const sorted = visit(document, {
    ObjectTypeDefinition: {
      leave: (node) => ({ ...node, fields: byName(node.fields), interfaces: byName(node.interfaces) }),
    },
    InterfaceTypeDefinition: { leave: (node) => ({ ...node, fields: byName(node.fields) }) },
    InputObjectTypeDefinition: { leave: (node) => ({ ...node, fields: byName(node.fields) }) },
    EnumTypeDefinition: { leave: (node) => ({ ...node, values: byName(node.values) }) },
    UnionTypeDefinition: { leave: (node) => ({ ...node, types: byName(node.types) }) },
    FieldDefinition: { leave: (node) => ({ ...node, arguments: byName(node.arguments) }) },
  });
  return { ...sorted, definitions: [...sorted.definitions].sort(byKindThenName) };
}

function byName<T extends { readonly name: NameNode }>(nodes: readonly T[] | undefined): readonly T[] {
  return [...(nodes ?? [])].sort((a, b) => compare(a.name.value, b.name.value));
}

function byKindThenName(a: DefinitionNode, b: DefinitionNode): number {
  return rank(a) - rank(b) || compare(nameOf(a), nameOf(b));
}

function rank(node: DefinitionNode): number {
  if (node.kind === Kind.SCHEMA_EXTENSION) return 0;
  return node.kind === Kind.DIRECTIVE_DEFINITION ? 1 : 2;
}

function nameOf(node: DefinitionNode): string {
  return 'name' in node ? node.name.value : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
