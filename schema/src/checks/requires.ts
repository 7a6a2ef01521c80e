import { FieldNode, Kind, parse, SelectionSetNode } from 'graphql';
import { Finding } from './finding';
import { Scope } from './scope';
import { fieldSetsOf, hasDirective, Member, namedType, Subgraph } from './subgraph';

/**
 * No `@requires` reads a personal field: the owner would be asked by the gateway and not by a caller, and could not
 * tell who wants to know.
 */
export function checkRequires({ subgraph, all }: Scope): Finding[] {
  return [...subgraph.members.values()].flatMap((field) =>
    fieldSetsOf(field, 'requires')
      .flatMap((fields) => readFields(fields, field.host, all))
      .filter((read) => all.some(({ members }) => isPersonal(members.get(read))))
      .map((read) => ({
        rule: 'requires-personal',
        coordinate: field.coordinate,
        message: `Drop ${read} from @requires: it is personal.`,
      })),
  );
}

function readFields(fields: string, host: string, all: readonly Subgraph[]): string[] {
  const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION
    ? coordinatesIn(operation.selectionSet, host, all)
    : [];
}

function coordinatesIn(selections: SelectionSetNode, host: string, all: readonly Subgraph[]): string[] {
  return selections.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return fieldAndBelow(selection, host, all);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    return coordinatesIn(selection.selectionSet, selection.typeCondition?.name.value ?? host, all);
  });
}

function fieldAndBelow(field: FieldNode, host: string, all: readonly Subgraph[]): string[] {
  const coordinate = `${host}.${field.name.value}`;
  const type = all.map(({ members }) => members.get(coordinate)?.type).find(Boolean);
  const below = field.selectionSet && type ? coordinatesIn(field.selectionSet, namedType(type), all) : [];
  return [coordinate, ...below];
}

function isPersonal(member: Member | undefined): boolean {
  return member !== undefined && hasDirective(member, 'personal');
}
