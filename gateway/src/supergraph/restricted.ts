import { type DirectiveNode, type DocumentNode, isTypeDefinitionNode, isTypeExtensionNode } from 'graphql';

/** The coordinates of a supergraph that only callers with an identity may read. */
export interface Restricted {
  readonly types: ReadonlySet<string>;
  /** As `Type.field`. */
  readonly fields: ReadonlySet<string>;
}

/** Finds the types and fields that have one of these directives. */
export function restrictedBy(directives: ReadonlySet<string>, { definitions }: DocumentNode): Restricted {
  const isMarked = (node: { readonly directives?: readonly DirectiveNode[] | undefined }): boolean =>
    node.directives?.some(({ name }) => directives.has(name.value)) ?? false;
  const types = definitions.filter((node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node));
  const fields = types.flatMap((type) =>
    'fields' in type ? (type.fields ?? []).map((field) => ({ type, field })) : [],
  );
  return {
    types: new Set(types.filter(isMarked).map(({ name }) => name.value)),
    fields: new Set(
      fields
        .filter(({ field }) => isMarked(field))
        .map(({ type, field }) => `${type.name.value}.${field.name.value}`),
    ),
  };
}
