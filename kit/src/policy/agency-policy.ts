import { type BundleGrant, PERSONAL_DATA_CATEGORIES } from '@simpul/schema/contract/bundle';
import type { Purpose } from '@simpul/schema/contract/identity';
import { SHOWN_TYPES } from '@simpul/schema/contract/relations';
import { ANY_FIELD, type PersonalField, type Verdict } from './access-rules';
import type { DecisionTable } from './decision-table';
import type { Asker, Decision, Policy } from './policy';
import { NO_REACH, type Reach, type Relation, type Standing } from './reach';

const DENIED: Decision = { verdict: 'DENY', relation: null, grant: null };

/** What an agency decides by. */
export interface PolicyParts {
  /** Ids of the organisations whose people the agency keeps. */
  readonly keepers: readonly string[];
  /** Version of the grants that the table is over; null where there are none fresh enough. */
  readonly bundleVersion: number | null;
  readonly decisions: DecisionTable;
}

/** The access policy of an agency: what the rules open, of the people whom the agency keeps. */
export class AgencyPolicy implements Policy {
  readonly bundleVersion: number | null;
  readonly grants: readonly BundleGrant[];
  private readonly keepers: ReadonlySet<string>;
  private readonly decisions: DecisionTable;

  constructor({ keepers, bundleVersion, decisions }: PolicyParts) {
    this.bundleVersion = bundleVersion;
    this.keepers = new Set(keepers);
    this.decisions = decisions;
    this.grants = this.ofKeepers(decisions.grants);
  }

  reachOf({ identity, purpose, today }: Asker): Reach {
    if (purpose === null) return NO_REACH;
    const opens = (relation: Relation): boolean =>
      PERSONAL_DATA_CATEGORIES.some((category) => {
        const field = { coordinate: ANY_FIELD, category };
        return this.decisions.onRelation(identity, purpose, field, relation) !== 'DENY';
      });
    const { organization, office, employer, person } = identity;
    const houses = [...new Set([organization, office])].filter((id) => id !== null && this.keepers.has(id));
    return {
      own: houses.length > 0 && opens('OWN') ? houses.filter((id) => id !== null) : [],
      staff: employer !== null && opens('STAFF') ? employer : null,
      self: person !== null && opens('SELF') ? person : null,
      grants: this.ofKeepers(this.decisions.reaching(identity, purpose, today)),
    };
  }

  decide({ identity, purpose, today }: Asker, field: PersonalField, standing: Standing): Decision {
    if (purpose === null) return DENIED;
    const by = (verdict: Verdict): Relation | undefined =>
      standing.relations.find(
        (relation) => this.decisions.onRelation(identity, purpose, field, relation) === verdict,
      );
    const allowing = by('ALLOW');
    if (allowing !== undefined) return { verdict: 'ALLOW', relation: allowing, grant: null };
    const opening = this.decisions.opening(identity, purpose, field, today);
    const grant = standing.grants.find(
      (covering) =>
        opening.some(({ id }) => id === covering.id) &&
        this.keepers.has(covering.provider) &&
        (covering.legalBasis !== 'CONSENT' || standing.consented.includes(field.category)),
    );
    if (grant !== undefined) return { verdict: 'ALLOW', relation: null, grant };
    const masking = by('MASK');
    return masking === undefined ? DENIED : { verdict: 'MASK', relation: masking, grant: null };
  }

  best(asker: Asker, field: PersonalField): Verdict {
    const { purpose } = asker;
    if (purpose === null) return 'DENY';
    const verdicts = this.verdicts({ ...asker, purpose }, field);
    if (verdicts.includes('ALLOW')) return 'ALLOW';
    return verdicts.includes('MASK') ? 'MASK' : 'DENY';
  }

  mayFilter(asker: Asker, filter: PersonalField): boolean {
    const { purpose } = asker;
    if (purpose === null) return false;
    const reach = this.reachOf(asker);
    // Rows come with one person's consent and not with another's: a filter over what only some consented to would tell.
    if (reach.grants.some(({ legalBasis }) => legalBasis === 'CONSENT')) return false;
    const verdicts = this.ofReach({ ...asker, purpose }, filter, reach);
    return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'ALLOW');
  }

  /** What the field can become, by each way in which the caller can come to rows of its type here. */
  private verdicts(asker: Asker & { readonly purpose: Purpose }, field: PersonalField): readonly Verdict[] {
    const shown = SHOWN_TYPES[field.coordinate.replace(/\..*/, '')];
    return shown === undefined
      ? this.ofReach(asker, field, this.reachOf(asker))
      : [this.decisions.onRelation(asker.identity, asker.purpose, field, shown)];
  }

  private ofReach(
    { identity, purpose, today }: Asker & { readonly purpose: Purpose },
    field: PersonalField,
    { own, staff, self, grants }: Reach,
  ): readonly Verdict[] {
    const on = (relation: Relation): Verdict => this.decisions.onRelation(identity, purpose, field, relation);
    const opening = this.decisions.opening(identity, purpose, field, today);
    return [
      ...(own.length > 0 ? [on('OWN')] : []),
      ...(staff === null ? [] : [on('STAFF')]),
      ...(self === null ? [] : [on('SELF')]),
      ...grants.map((grant) => (opening.includes(grant) ? 'ALLOW' : 'DENY')),
    ];
  }

  private ofKeepers(grants: readonly BundleGrant[]): readonly BundleGrant[] {
    return grants.filter(({ provider }) => this.keepers.has(provider));
  }
}
