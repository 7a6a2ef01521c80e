import { type DirectiveNode, Kind } from 'graphql';

/** The text of a directive's argument, or null where it is left out or not a text. */
export function argumentOf(directive: DirectiveNode, name: string): string | null {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : null;
}
