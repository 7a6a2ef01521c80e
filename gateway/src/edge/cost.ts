import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import type { CostModel } from './cost-model';
import { fragmentsOf } from './structure';

/** Rows of a list of which nothing is said. */
const LIST_SIZE = 10;
/** Of the answer about the schema itself. */
const INTROSPECTION_COST = 50;
/** Of one change, beside what it answers. */
const MUTATION_COST = 10;

type Variables = Readonly<Record<string, unknown>>;

/** Sizes that a field lays down for lists directly below it, by their names. */
type Sizes = ReadonlyMap<string, number>;
const NO_SIZES: Sizes = new Map();

/** Reckons what an operation may cost at most, before anything of it is executed. */
export class CostEstimate {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: CostModel,
    private readonly largestPage: number,
  ) {}

  /** Of a document whose structure is bounded; what does not fit the schema costs nothing, since it is not executed. */
  of(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
    const type = this.schema.getRootType(operation.operation);
    if (!type) return 0;
    const bound = new Bound(this.schema, this.model, this.largestPage, {
      fragments: fragmentsOf(document),
      variables: { ...defaultsOf(operation), ...variables },
    });
    const changes = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;
    return bound.ofSelections(operation.selectionSet, type, NO_SIZES) + changes;
  }
}

class Bound {
  private readonly open = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: CostModel,
    private readonly largestPage: number,
    private readonly sent: {
      readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
      readonly variables: Variables;
    },
  ) {}

  ofSelections({ selections }: SelectionSetNode, type: GraphQLNamedType, sizes: Sizes): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += this.ofField(selection, type, sizes);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        cost += this.ofFragment(selection.typeCondition?.name.value, selection.selectionSet, type, sizes);
      else cost += this.ofSpread(selection.name.value, type, sizes);
    }
    return cost;
  }

  private ofSpread(name: string, type: GraphQLNamedType, sizes: Sizes): number {
    const fragment = this.sent.fragments.get(name);
    if (!fragment || this.open.has(name)) return 0;
    this.open.add(name);
    const cost = this.ofFragment(fragment.typeCondition.name.value, fragment.selectionSet, type, sizes);
    this.open.delete(name);
    return cost;
  }

  private ofFragment(
    condition: string | undefined,
    selectionSet: SelectionSetNode,
    type: GraphQLNamedType,
    sizes: Sizes,
  ): number {
    const narrowed = condition === undefined ? type : this.schema.getType(condition);
    return narrowed ? this.ofSelections(selectionSet, narrowed, sizes) : 0;
  }

  private ofField(node: FieldNode, parent: GraphQLNamedType, sizes: Sizes): number {
    const name = node.name.value;
    if (name === '__typename') return 0;
    if (name.startsWith('__')) return INTROSPECTION_COST;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field) return 0;
    const coordinate = `${parent.name}.${name}`;
    const { rows, below } = this.sizesOf(node, field, coordinate, sizes);
    const each = this.weightOf(getNamedType(field.type)) + this.ofRow(node, field, below);
    return this.ofArguments(node, coordinate) + (this.model.weights.get(coordinate) ?? 0) + rows * each;
  }

  private ofRow({ selectionSet }: FieldNode, field: GraphQLField<unknown, unknown>, sizes: Sizes): number {
    return selectionSet ? this.ofSelections(selectionSet, getNamedType(field.type), sizes) : 0;
  }

  private weightOf(type: GraphQLNamedType): number {
    return this.model.weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);
  }

  private ofArguments({ arguments: given = [] }: FieldNode, coordinate: string): number {
    const weights = given.map(({ name }) => this.model.weights.get(`${coordinate}(${name.value}:)`) ?? 0);
    return weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** How many rows a field has itself, and how many it lays down for fields below it. */
  private sizesOf(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    coordinate: string,
    inherited: Sizes,
  ): { readonly rows: number; readonly below: Sizes } {
    const list = this.model.lists.get(coordinate);
    const isList = isListType(getNullableType(field.type));
    const own = list && (this.sliceOf(node, field, list.slicingArguments) ?? list.assumedSize ?? LIST_SIZE);
    if (own !== undefined && list && list.sizedFields.length > 0)
      return { rows: 1, below: new Map(list.sizedFields.map((name) => [name, own])) };
    const rows = isList ? (inherited.get(field.name) ?? own ?? LIST_SIZE) : 1;
    return { rows, below: NO_SIZES };
  }

  /** The largest of the arguments that cut a list to size; what is no number is refused later. */
  private sliceOf(
    { arguments: given = [] }: FieldNode,
    field: GraphQLField<unknown, unknown>,
    names: readonly string[],
  ): number | undefined {
    const values = names.map((name) => {
      const node = given.find((argument) => argument.name.value === name);
      const value = node && valueFromASTUntyped(node.value, { ...this.sent.variables });
      return value ?? field.args.find((argument) => argument.name === name)?.defaultValue;
    });
    const sizes = values.filter((value) => typeof value === 'number' && value >= 0) as number[];
    return sizes.length > 0 ? Math.min(Math.max(...sizes), this.largestPage) : undefined;
  }
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}
