import { type PersonalMark, markOf } from '@simpul/kit/graphql/guard/personal-mark';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
} from 'graphql';
import { argumentOf } from './directive';

/** A personal field or filter, and which agencies answer it. */
export interface OwnedMark extends PersonalMark {
  readonly agencies: readonly string[];
}

interface Marked {
  readonly coordinate: string;
  readonly node: FieldDefinitionNode | InputValueDefinitionNode;
  /** Where the composition says who resolves it. */
  readonly field: FieldDefinitionNode | InputValueDefinitionNode;
}

/** Reads what is marked `@personal` of a supergraph whose marks are the contract's, by coordinate. */
export function marksOf({ definitions }: DocumentNode): ReadonlyMap<string, OwnedMark> {
  const graphs = graphNames(definitions);
  const marks = new Map<string, OwnedMark>();
  for (const type of definitions) {
    if (
      type.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION &&
      type.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      type.kind !== Kind.INTERFACE_TYPE_DEFINITION
    )
      continue;
    const ofType = graphsOf(type.directives, 'join__type', graphs);
    for (const { coordinate, node, field } of markable(type.name.value, type.fields ?? [])) {
      const mark = markOf(coordinate, { astNode: node });
      if (mark === null) continue;
      const ofField = graphsOf(field.directives, 'join__field', graphs);
      marks.set(coordinate, { ...mark, agencies: ofField.length > 0 ? ofField : ofType });
    }
  }
  return marks;
}

function markable(
  type: string,
  fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[],
): readonly Marked[] {
  return fields.flatMap((field) => {
    const coordinate = `${type}.${field.name.value}`;
    const filters = field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : [];
    return [
      { coordinate, node: field, field },
      ...filters.map((node) => ({ coordinate: `${coordinate}(${node.name.value}:)`, node, field })),
    ];
  });
}

/** Names of subgraphs by the names that the composition gives them. */
function graphNames(definitions: DocumentNode['definitions']): ReadonlyMap<string, string> {
  return new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph'
        ? (node.values ?? []).map(({ name, directives = [] }): [string, string] => {
            const graph = directives.find((directive) => directive.name.value === 'join__graph');
            return [name.value, (graph && argumentOf(graph, 'name')) ?? name.value];
          })
        : [],
    ),
  );
}

/** An agency that only refers to a field of another's does not answer it. */
function graphsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
  graphs: ReadonlyMap<string, string>,
): readonly string[] {
  const joined = (directives ?? []).filter(
    (directive) => directive.name.value === name && !isExternal(directive),
  );
  const names = joined.flatMap((directive) => graphs.get(argumentOf(directive, 'graph') ?? '') ?? []);
  return [...new Set(names)];
}

function isExternal(directive: ConstDirectiveNode): boolean {
  const external = directive.arguments?.find((argument) => argument.name.value === 'external')?.value;
  return external?.kind === Kind.BOOLEAN && external.value;
}
