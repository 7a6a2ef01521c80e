import { registerEnumType } from 'type-graphql';

/**
 * Declares a GraphQL enum from its values' descriptions. The values equal their names:
 * type-graphql hands input defaults over by name, so that any other value would silently match nothing.
 */
export function graphqlEnum<K extends string>(
  name: string,
  description: string,
  descriptions: Record<K, string>,
): { readonly [V in K]: V } {
  const names = Object.keys(descriptions) as K[];
  const values = Object.fromEntries(names.map((value) => [value, value])) as { readonly [V in K]: V };
  const valuesConfig = Object.fromEntries(
    names.map((value) => [value, { description: descriptions[value] }]),
  ) as Record<K, { description: string }>;
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}
