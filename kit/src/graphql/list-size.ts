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

/** What an agency counts for each row that asks for it, e.g. a class's summary; more than a leaf, less than a population's. */
const COUNTED = directive('cost', { weight: '5' });
const AGGREGATE = /(Summary|Cell|Assessment)$/;

/** Marks a field with how many rows it has, or that they are counted for it; leaves others as they are. */
export function withSize(field: FieldDefinitionNode): FieldDefinitionNode {
  const mark = nameOf(field.type).endsWith('Connection') ? PAGED : isCounted(field) ? COUNTED : null;
  return mark === null ? field : { ...field, directives: [...(field.directives ?? []), mark] };
}

/** Unless the field says itself what it costs: a summary, or a number that depends on what is asked. */
function isCounted({ type, arguments: asked = [], directives = [] }: FieldDefinitionNode): boolean {
  if (directives.some(({ name }) => name.value === 'cost')) return false;
  const name = nameOf(type);
  return AGGREGATE.test(name) || (name === 'Int' && asked.length > 0);
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
