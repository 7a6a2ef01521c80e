import type { BundleGrant } from '@simpul/schema/contract/bundle';
import type { Log } from '../log/log';
import { verifyCountersignature } from './bundle';
import { SignatureRefused } from './jws';
import type { OrganizationKeys } from './organization-keys';

/** Which grants of a bundle a service goes by. */
export interface GrantCheck {
  /** Rises when the answer may have changed for the same grants. */
  readonly revision: number;
  honoured(grants: readonly BundleGrant[]): Promise<readonly BundleGrant[]>;
}

/** For the gateway, which only spares requests that would be refused: the providers check for themselves. */
export const everyGrant: GrantCheck = { revision: 0, honoured: (grants) => Promise.resolve(grants) };

/**
 * What the province publishes opens nothing by itself: an agency goes by those grants of its people that their keeper signed
 * with a key known here, and so did the other side.
 */
export class CountersignedGrants implements GrantCheck {
  constructor(
    private readonly keepers: readonly string[],
    private readonly keys: OrganizationKeys,
    private readonly log: Log,
  ) {}

  get revision(): number {
    return this.keys.revision;
  }

  async honoured(grants: readonly BundleGrant[]): Promise<readonly BundleGrant[]> {
    const ours = grants.filter(({ provider }) => this.keepers.includes(provider));
    const checked = await Promise.all(
      ours.map(async (grant) => {
        const [provided, received] = await Promise.all([
          this.isSignedBy(grant.provider, grant),
          this.isSignedBy(grant.recipient, grant),
        ]);
        if (provided && received) return [grant];
        this.log.warn(
          { grant: grant.id, provided, received },
          'a grant without its signatures opens nothing',
        );
        return [];
      }),
    );
    return checked.flat();
  }

  /** By any of the signatures that claim to be of the organisation. */
  private async isSignedBy(organization: string, grant: BundleGrant): Promise<boolean> {
    const { countersignatures, ...matter } = grant;
    const keys = this.keys.of(organization);
    const claimed = countersignatures.filter((one) => one.organization === organization);
    const held = await Promise.all(
      claimed.map(({ signature }) =>
        verifyCountersignature(matter, signature, keys).then(
          () => true,
          (error: unknown) => {
            if (error instanceof SignatureRefused) return false;
            throw error;
          },
        ),
      ),
    );
    return held.includes(true);
  }
}
