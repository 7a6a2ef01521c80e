import {
  type ArgumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  getNullableType,
  isInputObjectType,
  isListType,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';

/** The coordinates of the input fields that each variable of a request gives; none for one that is null or left out. */
export type GivenByVariables = ReadonlyMap<string, readonly string[]>;

/** Looks through the variables of a request. A filter that is null filters nothing, so it counts as not given. */
export function givenByVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GivenByVariables {
  const given = new Map<string, readonly string[]>();
  for (const { variable, type: typeNode, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const fallback = defaultValue ? valueFromASTUntyped(defaultValue) : undefined;
    const value = Object.hasOwn(variables, name) ? variables[name] : fallback;
    const type = typeFromAST(schema, typeNode);
    if (value != null && type !== undefined) given.set(name, inValue(value, type as GraphQLInputType));
  }
  return given;
}

/** The coordinates of the arguments that a selection gives, and of the input fields within them. */
export function givenByArguments(
  coordinate: string,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly ArgumentNode[],
  variables: GivenByVariables,
): readonly string[] {
  return nodes.flatMap(({ name, value }) => {
    const argument = field.args.find((known) => known.name === name.value);
    if (argument === undefined || !isGiven(value, variables)) return [];
    return [`${coordinate}(${name.value}:)`, ...inNode(value, argument.type, variables)];
  });
}

function isGiven(value: ValueNode, variables: GivenByVariables): boolean {
  return value.kind === Kind.VARIABLE ? variables.has(value.name.value) : value.kind !== Kind.NULL;
}

function inNode(value: ValueNode, type: GraphQLInputType, variables: GivenByVariables): readonly string[] {
  if (value.kind === Kind.VARIABLE) return variables.get(value.name.value) ?? [];
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items = value.kind === Kind.LIST ? value.values : [value];
    return items.flatMap((item) => inNode(item, nullable.ofType, variables));
  }
  if (!isInputObjectType(nullable) || value.kind !== Kind.OBJECT) return [];
  const known = nullable.getFields();
  return value.fields.flatMap((field) => {
    const definition = known[field.name.value];
    if (definition === undefined || !isGiven(field.value, variables)) return [];
    return [`${nullable.name}.${definition.name}`, ...inNode(field.value, definition.type, variables)];
  });
}

function inValue(value: unknown, type: GraphQLInputType): readonly string[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item) => inValue(item, nullable.ofType));
  }
  if (!isInputObjectType(nullable) || typeof value !== 'object' || value === null) return [];
  const known = nullable.getFields();
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    const definition = known[name];
    if (definition === undefined || part == null) return [];
    return [`${nullable.name}.${name}`, ...inValue(part, definition.type)];
  });
}
