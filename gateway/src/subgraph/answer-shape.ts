import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { type SelectionShape, TypedSelection, type ValueShape, valueShapeOf } from './value-shape';

/** The form of the answer to one operation. */
export interface AnswerShape {
  readonly isMutation: boolean;
  readonly rootType: string | null;
  readonly root: SelectionShape;
  /** What is asked of entities, if the operation asks for entities. */
  readonly entities: SelectionShape | null;
}

/** Derives the form of a subgraph's answer from the operation sent to it and the types of the supergraph. */
export function shapeOf(schema: GraphQLSchema, document: DocumentNode): AnswerShape {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new TypeError('a fetch without an operation');
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const type = schema.getRootType(operation.operation) ?? null;
  const rootType = type?.name ?? null;
  const reader = new ShapeReader(schema, new Map(fragments.map((node) => [node.name.value, node])));
  const root = reader.selection(operation.selectionSet, type, true);
  const entities = root.fieldsOf(rootType).find(({ key }) => key === '_entities')?.value;
  return {
    isMutation: operation.operation === OperationTypeNode.MUTATION,
    rootType,
    root,
    entities: entities?.kind === 'unknown' ? entities.selection : null,
  };
}

class ShapeReader {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  selection(
    { selections }: SelectionSetNode,
    parent: GraphQLCompositeType | null,
    required: boolean,
  ): SelectionShape {
    const shape = new TypedSelection(this.schema);
    for (const node of selections) {
      const needed = required && !isConditional(node);
      if (node.kind === Kind.FIELD) {
        const value = this.value(node, typeOfField(parent, node.name.value));
        shape.addField({ key: node.alias?.value ?? node.name.value, required: needed, value });
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
      if (!fragment) continue;
      const on = fragment.typeCondition?.name.value ?? null;
      const type = on === null ? parent : compositeOf(this.schema.getType(on));
      // An agency may know a type without the interface that another agency gives it, and then leaves its fields out.
      const certain = on === null || !isAbstractType(type);
      shape.addFragment(on, this.selection(fragment.selectionSet, type, needed && certain));
    }
    return shape;
  }

  private value({ selectionSet }: FieldNode, type: GraphQLOutputType | null): ValueShape {
    return valueShapeOf(type, selectionSet ? this.selection(selectionSet, compositeOf(type), true) : null);
  }
}

function typeOfField(parent: GraphQLCompositeType | null, name: string): GraphQLOutputType | null {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return null;
  return parent.getFields()[name]?.type ?? null;
}

function compositeOf(
  type: GraphQLOutputType | GraphQLNamedType | null | undefined,
): GraphQLCompositeType | null {
  const named = type ? getNamedType(type) : null;
  return isCompositeType(named) ? named : null;
}

function isConditional({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ name }) => name.value === 'skip' || name.value === 'include');
}
