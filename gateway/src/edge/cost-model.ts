import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql';

/** How long a list is, as `@listSize` says it. */
export interface ListSize {
  readonly assumedSize: number | undefined;
  readonly slicingArguments: readonly string[];
  readonly sizedFields: readonly string[];
}

/** What the supergraph says of costs: `@cost` and `@listSize` of Federation 2.9, after IBM's cost specification. */
export interface CostModel {
  /** By type name, `Type.field` and `Type.field(argument:)`. */
  readonly weights: ReadonlyMap<string, number>;
  /** By `Type.field`. */
  readonly lists: ReadonlyMap<string, ListSize>;
}

/** Reads the costs out of a supergraph; one without them has none, and everything costs what it costs by default. */
export function readCostModel(supergraphSdl: string): CostModel {
  const weights = new Map<string, number>();
  const lists = new Map<string, ListSize>();
  const weigh = (coordinate: string, node: Directed): void => {
    const weight = argumentsOf(node, 'cost')?.['weight'];
    if (typeof weight === 'number') weights.set(coordinate, weight);
  };
  const readField = (owner: string, field: FieldDefinitionNode): void => {
    const coordinate = `${owner}.${field.name.value}`;
    weigh(coordinate, field);
    for (const argument of field.arguments ?? []) weigh(`${coordinate}(${argument.name.value}:)`, argument);
    const size = argumentsOf(field, 'listSize');
    if (size) lists.set(coordinate, listSizeOf(size));
  };
  for (const node of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (!('name' in node) || !('directives' in node)) continue;
    weigh(node.name.value, node);
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION)
      for (const field of node.fields ?? []) readField(node.name.value, field);
  }
  return { weights, lists };
}

interface Directed {
  readonly directives?: readonly DirectiveNode[] | undefined;
}

function argumentsOf({ directives = [] }: Directed, name: string): Record<string, unknown> | undefined {
  const found = directives.find((directive) => directive.name.value === name);
  return found && Object.fromEntries((found.arguments ?? []).map(valueOf));
}

function valueOf({ name, value }: ArgumentNode): readonly [string, unknown] {
  return [name.value, valueFromASTUntyped(value)];
}

function listSizeOf({ assumedSize, slicingArguments, sizedFields }: Record<string, unknown>): ListSize {
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : undefined,
    slicingArguments: namesIn(slicingArguments),
    sizedFields: namesIn(sizedFields),
  };
}

function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
