import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';

const DIRECTIVE = 'personal';
const WRAPPER = /(Connection|Edge)$/;

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** What of a supergraph tells of people. */
export interface Personal {
  /** Marked `@personal`: `Type.field`, `Input.field` or `Type.field(argument:)`. */
  readonly coordinates: ReadonlySet<string>;
  /** Types with a marked field, and the pages of them: that there is such a row is itself told of somebody. */
  readonly records: ReadonlySet<string>;
  /** Every type of an object, people's or not. */
  readonly objects: ReadonlySet<string>;
}

/** Reads what is marked `@personal`, which composition keeps. */
export function personalOf({ definitions }: DocumentNode): Personal {
  const objects = definitions.filter(isComposite);
  const inputs = definitions.filter(isInput);
  const fields = objects.flatMap((type) => (type.fields ?? []).map((field) => ({ type, field })));
  return {
    coordinates: new Set([
      ...fields.filter(({ field }) => isMarked(field)).map(({ type, field }) => nameOf(type, field)),
      ...fields.flatMap(({ type, field }) =>
        (field.arguments ?? [])
          .filter(isMarked)
          .map((argument) => `${nameOf(type, field)}(${argument.name.value}:)`),
      ),
      ...inputs.flatMap((type) => (type.fields ?? []).filter(isMarked).map((field) => nameOf(type, field))),
    ]),
    records: recordsAmong(objects),
    objects: new Set(objects.map(({ name }) => name.value)),
  };
}

function recordsAmong(objects: readonly Composite[]): ReadonlySet<string> {
  const records = new Set(
    objects.filter(({ fields = [] }) => fields.some(isMarked)).map(({ name }) => name.value),
  );
  const wrappers = objects.filter(({ name }) => WRAPPER.test(name.value));
  // An edge is found through its node, a connection through its edges, in whichever order they stand.
  for (let known = -1; known !== records.size;) {
    known = records.size;
    for (const { name, fields = [] } of wrappers)
      if (fields.some(({ type }) => records.has(namedType(type)))) records.add(name.value);
  }
  return records;
}

function nameOf(
  type: { readonly name: { readonly value: string } },
  field: { readonly name: { readonly value: string } },
): string {
  return `${type.name.value}.${field.name.value}`;
}

function namedType(type: FieldDefinitionNode['type']): string {
  const inner: TypeNode = type;
  return inner.kind === Kind.NAMED_TYPE ? inner.name.value : namedType(inner.type);
}

function isMarked({
  directives,
}: {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}): boolean {
  return directives?.some(({ name }) => name.value === DIRECTIVE) ?? false;
}

function isComposite(node: DefinitionNode): node is Composite {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function isInput(node: DefinitionNode): node is InputObjectTypeDefinitionNode {
  return node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
}
