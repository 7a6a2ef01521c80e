import type { AccessBundle } from '@simpul/schema/contract/bundle';
import { AgencyPolicy } from './agency-policy';
import { DecisionTable } from './decision-table';
import type { Policy } from './policy';

/** The data grants as a service holds them, and the version that tells this state of them from others. */
export type HeldGrants = Pick<AccessBundle, 'version' | 'grants'>;

/** Where a service has the data grants from. The same object comes back as long as nothing has changed. */
export interface GrantSource {
  /** What holds now; null while nobody has said so recently enough. */
  current(): HeldGrants | null;
  /** What holds now, once a version that another service has met is there too, or cannot be had soon. */
  atLeast(version: number | null): Promise<HeldGrants | null>;
  close(): void;
}

/** Grants that never change, for tests and for tools that hold a bundle in their hands. */
export function fixedGrants(grants: HeldGrants | null): GrantSource {
  return { current: () => grants, atLeast: () => Promise.resolve(grants), close: () => undefined };
}

/** All policies of a process over one state of the grants share their decisions, whichever agency's they are. */
const tables = new WeakMap<HeldGrants, DecisionTable>();
let closedTable: DecisionTable | undefined;

/** The access policy of an agency, which follows the grants. A request takes one and keeps it. */
export class PolicySource {
  private readonly policies = new WeakMap<HeldGrants, Policy>();
  private readonly closed: Policy;

  constructor(
    private readonly keepers: readonly string[],
    private readonly grants: GrantSource,
  ) {
    // Made before anybody asks: the first set of policies takes as long as loading Cedar does.
    closedTable ??= new DecisionTable([]);
    this.closed = new AgencyPolicy({ keepers, bundleVersion: null, decisions: closedTable });
  }

  current(): Policy {
    return this.over(this.grants.current());
  }

  /** The policy for a request that the gateway has decided on by a version of the grants. */
  async atLeast(version: number | null): Promise<Policy> {
    return this.over(await this.grants.atLeast(version));
  }

  /** The policy by one state of the grants; by none where there is none. */
  over(held: HeldGrants | null): Policy {
    const { keepers } = this;
    if (held === null) return this.closed;
    const known = this.policies.get(held);
    if (known) return known;
    const decisions = tables.get(held) ?? new DecisionTable(held.grants);
    tables.set(held, decisions);
    const policy = new AgencyPolicy({ keepers, bundleVersion: held.version, decisions });
    this.policies.set(held, policy);
    return policy;
  }
}
