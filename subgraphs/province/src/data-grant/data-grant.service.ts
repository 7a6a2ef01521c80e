import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import { agreementService } from '../agreement/agreement.service';
import type { DataGrantRow } from './data-grant.entity';
import type { DataGrantFilter } from './data-grant.input';
import { dataGrantPolicy } from './data-grant.policy';
import { NEWEST_GRANT, dataGrantRepository } from './data-grant.repository';

export const dataGrantService = {
  async list(ctx: RequestContext, filter: DataGrantFilter, page: PageArguments): Promise<Page<DataGrantRow>> {
    new InputCheck()
      .page(page)
      .id(['filter', 'recipient'], filter.recipient)
      .id(['filter', 'provider'], filter.provider)
      .id(['filter', 'agreement'], filter.agreement)
      .done();
    return ctx.page((db) => dataGrantRepository.select(db, filter, ctx.clock.today()), NEWEST_GRANT, page);
  },

  async listOfAgreement(ctx: RequestContext, agreementId: string): Promise<DataGrantRow[]> {
    return (await ctx.load(grantsOfAgreements, agreementId)) ?? [];
  },

  async opensToday(
    ctx: RequestContext,
    grant: Pick<DataGrantRow, 'agreementId' | 'validFrom' | 'validTo' | 'revokedAt'>,
  ): Promise<boolean> {
    const agreement = await agreementService.readNamed(ctx, grant.agreementId);
    return dataGrantPolicy.opensOn(grant, agreement, ctx.clock.today());
  },
};

const grantsOfAgreements: Batch<DataGrantRow[]> = async (ctx, ids) => {
  const rows = await ctx.read((db) => dataGrantRepository.findByAgreements(db, ids));
  return grouped(rows, ({ agreementId }) => agreementId);
};
