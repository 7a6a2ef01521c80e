import type { BundleGrant } from '@simpul/schema/contract/bundle';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { Identity } from '../identity/identity';
import type { AccessRules, PersonalField, Verdict } from './access-rules';
import type { Relation } from './reach';

/** Cells that are kept; a table lives as long as its bundle, and callers are few kinds. */
const CELLS = 100_000;

/**
 * Decisions of the access rules, each made once per kind of caller, purpose and field. It belongs to one version of the
 * grants: another version is another table.
 */
export class DecisionTable {
  private readonly relations = new Map<string, Verdict>();
  private readonly grants = new Map<string, readonly BundleGrant[]>();

  constructor(private readonly rules: AccessRules) {}

  onRelation(identity: Identity, purpose: Purpose, field: PersonalField, relation: Relation): Verdict {
    return once(this.relations, key(identity, purpose, field, relation), () =>
      this.rules.onRelation(identity, purpose, field, relation),
    );
  }

  opening(identity: Identity, purpose: Purpose, field: PersonalField, today: string): readonly BundleGrant[] {
    return once(this.grants, key(identity, purpose, field, today), () =>
      this.rules.opening(identity, purpose, field, today),
    );
  }
}

function once<T>(cells: Map<string, T>, cell: string, decide: () => T): T {
  const known = cells.get(cell);
  if (known !== undefined) return known;
  const decided = decide();
  if (cells.size >= CELLS) cells.clear();
  cells.set(cell, decided);
  return decided;
}

/** Everything a rule may look at, and nothing of the account: two caseworkers of an office share their cells. */
function key(
  { roles, organization }: Identity,
  purpose: Purpose,
  { coordinate }: PersonalField,
  last: string,
): string {
  return [[...roles].sort().join('+'), organization ?? '', purpose, coordinate, last].join(' ');
}
