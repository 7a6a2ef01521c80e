import type { BundleGrant } from '@simpul/schema/contract/bundle';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { Identity } from '../identity/identity';
import { ANY_FIELD, AccessRules, type PersonalField, type Verdict, rulesNameFields } from './access-rules';
import type { Relation } from './reach';

/** Cells that are kept; callers are few kinds. */
const CELLS = 100_000;

/** What relations open depends on no grant, so that a change of these leaves it known. */
const relations = new Map<string, Verdict>();

/** One line per identity object, of which a request has one. */
const kinds = new WeakMap<Identity, string>();

/** Decisions of the access rules over one state of the grants, each made once per kind of caller, purpose and field. */
export class DecisionTable {
  private readonly rules: AccessRules;
  private readonly reached = new Map<string, readonly BundleGrant[]>();
  private readonly opened = new Map<string, readonly BundleGrant[]>();

  constructor(readonly grants: readonly BundleGrant[]) {
    this.rules = new AccessRules(grants);
  }

  onRelation(identity: Identity, purpose: Purpose, field: PersonalField, relation: Relation): Verdict {
    const asked = rulesNameFields() ? `${field.category} ${field.coordinate}` : field.category;
    const cell = `${kindOf(identity)} ${purpose} ${relation} ${asked}`;
    return once(relations, cell, () => this.rules.onRelation(identity, purpose, field, relation));
  }

  /** The grants that open anything at all to a caller on a day. */
  reaching(identity: Identity, purpose: Purpose, today: string): readonly BundleGrant[] {
    const cell = `${kindOf(identity)} ${purpose} ${today}`;
    return once(this.reached, cell, () => this.rules.reaching(identity, purpose, today));
  }

  /** Of those, the ones that open a field. */
  opening(identity: Identity, purpose: Purpose, field: PersonalField, today: string): readonly BundleGrant[] {
    const category = `${kindOf(identity)} ${purpose} ${today} ${field.category}`;
    return once(this.opened, `${category} ${field.coordinate}`, () => {
      const reaching = this.reaching(identity, purpose, today);
      const [whole, named] = [
        reaching.filter(namesNoField),
        reaching.filter((grant) => !namesNoField(grant)),
      ];
      const opening = (grants: readonly BundleGrant[], coordinate: string): readonly BundleGrant[] =>
        this.rules.opening(grants, identity, purpose, { ...field, coordinate, today });
      return [
        ...once(this.opened, `${category} ${ANY_FIELD}`, () => opening(whole, ANY_FIELD)),
        ...opening(named, field.coordinate),
      ];
    });
  }
}

/** Such a grant opens the fields of a category alike: what it says of one, it says of all. */
function namesNoField({ fields }: BundleGrant): boolean {
  return fields.length === 0;
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
function kindOf(identity: Identity): string {
  const known = kinds.get(identity);
  if (known !== undefined) return known;
  const { roles, organization, office } = identity;
  const kind = [[...roles].sort().join('+'), organization ?? '', office ?? ''].join(' ');
  kinds.set(identity, kind);
  return kind;
}
