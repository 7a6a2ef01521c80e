import { ArgumentNode, ASTNode, DirectiveNode, Kind, parse, print, StringValueNode, visit } from 'graphql';

/** Prints a node with its members, arguments and directives in one order, so that order is never a difference. */
export function writeSorted(node: ASTNode): string {
  return print(visit(node, { StringValue: unblock, Argument: { leave: sortFieldSet }, leave: sortLists }));
}

/** Directives as comparable text, in one order. */
export function writeDirectives(directives: readonly DirectiveNode[]): string {
  return directives.map(writeSorted).sort().join(' ');
}

const SORTED = [
  'fields',
  'arguments',
  'values',
  'types',
  'interfaces',
  'directives',
  'locations',
  'selections',
];

function unblock(text: StringValueNode): StringValueNode {
  return { ...text, block: false };
}

function sortFieldSet(argument: ArgumentNode): ArgumentNode | undefined {
  const { name, value } = argument;
  if (name.value !== 'fields' || value.kind !== Kind.STRING) return undefined;
  const selection = writeSorted(parse(`{ ${value.value} }`, { noLocation: true }));
  return { ...argument, value: { ...value, value: selection.replace(/\s+/g, ' ') } };
}

function sortLists(node: ASTNode): ASTNode | undefined {
  if (node.kind === Kind.LIST) return undefined;
  const parts: [string, unknown][] = Object.entries(node);
  const lists = parts.flatMap(([key, value]) =>
    SORTED.includes(key) && isNodeList(value) ? [[key, inOrder(value)] as const] : [],
  );
  return lists.length === 0 ? undefined : { ...node, ...Object.fromEntries(lists) };
}

function isNodeList(value: unknown): value is ASTNode[] {
  return Array.isArray(value);
}

function inOrder(list: readonly ASTNode[]): ASTNode[] {
  return [...list].sort((a, b) => (print(a) < print(b) ? -1 : 1));
}
