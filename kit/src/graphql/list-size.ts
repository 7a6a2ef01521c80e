import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type TypeNode,
  parseConstValue,
} from 'graphql';

/** A page has as many rows as were asked for, wherever a connection stands; the gateway reckons costs with it. */
const PAGED = directive('listSize', {
  slicingArguments: '["first"]',
  sizedFields: '["edges", "nodes"]',
  requireOneSlicingArgument: 'false',
});

/** Marks a field that returns a connection with how many rows it has; leaves others as they are. */
export function withListSize(field: FieldDefinitionNode): FieldDefinitionNode {
  if (!nameOf(field.type).endsWith('Connection')) return field;
  return { ...field, directives: [...(field.directives ?? []), PAGED] };
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function directive(name: string, values: Readonly<Record<string, string>>): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: Object.entries(values).map(([argument, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: argument },
      value: parseConstValue(value, { noLocation: true }),
    })),
  };
}
