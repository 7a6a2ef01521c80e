import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import type { OfficeHoldingRow } from './office-holding.entity';
import { officeHoldingRepository } from './office-holding.repository';

/** All offices ever held, or those held on one day. */
interface HoldingsAsked {
  readonly on: string | null;
}

export const officeHoldingService = {
  async listOfOrganization(
    ctx: RequestContext,
    organizationId: string,
    asked: HoldingsAsked,
  ): Promise<OfficeHoldingRow[]> {
    return (await ctx.load(holdingsOfOrganizations, organizationId, asked)) ?? [];
  },
};

const holdingsOfOrganizations: Batch<OfficeHoldingRow[], HoldingsAsked> = async (ctx, ids, { on }) => {
  const rows = await ctx.read((db) => officeHoldingRepository.findByOrganizations(db, ids, on));
  return grouped(rows, ({ organizationId }) => organizationId);
};
