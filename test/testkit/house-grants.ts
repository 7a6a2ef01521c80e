import { openAgencyDatabase } from '@simpul/kit/agency/agency';
import { NOTHING_DISCLOSED } from '@simpul/kit/audit/nothing-disclosed';
import { openClock } from '@simpul/kit/clock/clock';
import { openContext } from '@simpul/kit/context/context';
import { roleUrls } from '@simpul/kit/database/roles';
import { anonymous } from '@simpul/kit/identity/identity';
import { openLog } from '@simpul/kit/log/log';
import { closedPolicy } from '@simpul/kit/policy/policy';
import type { GrantSource, HeldGrants } from '@simpul/kit/policy/policy-source';
import { readAccessBundle } from '@simpul/province/access-bundle/access-bundle.service';
import { province } from '@simpul/province/agency';
import { TODAY, testSecrets } from './agency';

/** The grants that the province of a house has in force on the day of tests, as often as they are read. */
export class HouseGrants implements GrantSource {
  private held: HeldGrants | null = null;

  /** Reads them anew from the province's database. */
  async read(databaseUrl: string): Promise<void> {
    const database = await openAgencyDatabase(province, roleUrls(databaseUrl, province.name));
    try {
      const ctx = openContext({
        ...{ identity: anonymous, purpose: null, requestId: 'grants', clock: openClock(TODAY), database },
        ...{
          secrets: testSecrets(province),
          policy: closedPolicy,
          consents: { isFresh: () => false },
          disclosures: NOTHING_DISCLOSED,
          log: openLog('grants', 'silent'),
        },
      });
      this.held = await readAccessBundle(ctx, new Date());
    } finally {
      await database.close();
    }
  }

  current(): HeldGrants | null {
    return this.held;
  }

  atLeast(): Promise<HeldGrants | null> {
    return Promise.resolve(this.held);
  }

  close(): void {
    this.held = null;
  }
}
