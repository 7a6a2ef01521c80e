import type { Closing } from '@simpul/kit/explanation/remedy';
import { type GrantSource, type HeldGrants, PolicySource } from '@simpul/kit/policy/policy-source';
import { keepersOf } from '@simpul/schema/contract/keepers';

/** The policy by which an agency decides, as the gateway knows it. */
export interface AgencyPolicy extends Closing {
  readonly agency: string;
}

/** The policies of agencies, by their names, over the grants that a request began with. */
export class AgencyPolicies {
  private readonly sources: ReadonlyMap<string, PolicySource>;
  private latest: HeldGrants | null = null;

  constructor(
    agencies: Iterable<string>,
    private readonly grants: GrantSource,
  ) {
    this.sources = new Map([...agencies].map((name) => [name, new PolicySource(keepersOf(name), grants)]));
  }

  /** Those of some agencies, over a version of the grants; over none where that is no longer held. */
  of(agencies: readonly string[], version: number | null): readonly AgencyPolicy[] {
    const held = this.heldAs(version);
    return agencies.flatMap((agency) => {
      const source = this.sources.get(agency);
      return source ? [{ agency, policy: source.over(held), keepers: keepersOf(agency) }] : [];
    });
  }

  /** The version was taken when the request began; by now the grants may have been lost for want of confirmation. */
  private heldAs(version: number | null): HeldGrants | null {
    this.latest = this.grants.current() ?? this.latest;
    return this.latest?.version === version ? this.latest : null;
  }
}
