import type { AccessEntry, AccessNeeded } from '@simpul/schema/contract/access-explanation';
import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import type { EngineRequest } from '../engine/engine';
import type { Pruned } from './pruner';
import type { Refusal, Rule } from './rule';

/**
 * What a rule refuses of an operation, one line for each coordinate and each agency that would refuse it, too. It is refused
 * whatever the row, so that it stands here where there is no row either.
 */
export function withheldAccess(
  rule: Rule,
  request: EngineRequest,
  withheld: Pruned['withheld'],
): readonly AccessEntry[] {
  const refusals = new Map<string, Refusal>();
  for (const field of fieldsOf(request)) {
    const found = withheld.get(field);
    if (found) refusals.set(found.refusal.coordinate ?? found.coordinate, found.refusal);
  }
  return [...refusals].flatMap(([coordinate, { code, needed = null }]) => {
    const { caller } = request;
    const line = (agency: string | null, remedy: AccessNeeded | null): AccessEntry => ({
      ...{ coordinate, outcome: 'DENIED', agency, basis: null, purpose: caller.purpose, code },
      ...(remedy && { needed: remedy }),
    });
    const remedies = rule.remedies?.(coordinate, caller) ?? [];
    if (remedies.length === 0) return [line(null, needed)];
    return remedies.map(({ agency, remedy }) => line(agency, remedy));
  });
}

/** The selections of the one operation that is executed: a document may hold others. */
function fieldsOf({ document, operation }: EngineRequest): readonly FieldNode[] {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const fields: FieldNode[] = [];
  const seen = new Set<SelectionSetNode>();
  const walk = (set: SelectionSetNode | undefined): void => {
    if (set === undefined || seen.has(set)) return;
    seen.add(set);
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) fields.push(node);
      const target = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      walk(target?.selectionSet);
    }
  };
  walk(operation.selectionSet);
  return fields;
}
