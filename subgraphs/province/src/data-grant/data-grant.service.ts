import { manyEach, oneEach } from '@simpul/kit/context/batch';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import { agreementService } from '../agreement/agreement.service';
import type { DataGrantRow } from './data-grant.entity';
import type { DataGrantFilter } from './data-grant.input';
import { type GrantSides, type GrantTerm, type GrantWord, dataGrantPolicy } from './data-grant.policy';
import type { GrantSide } from './data-grant.type';
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

  async readNamed(ctx: RequestContext, id: string): Promise<DataGrantRow> {
    const row = await ctx.load(grantsById, id);
    if (!row) throw new Error('A row names a data grant that is not there.');
    return row;
  },

  /** The sides that have not signed a grant. */
  async listUnsigned(
    ctx: RequestContext,
    grant: GrantSides & { readonly id: string },
  ): Promise<readonly GrantSide[]> {
    return dataGrantPolicy.unsignedSides(grant, (await ctx.load(wordsOfGrants, grant.id)) ?? []);
  },

  async opensToday(
    ctx: RequestContext,
    grant: GrantSides & GrantTerm & { readonly id: string; readonly agreementId: string },
  ): Promise<boolean> {
    if ((await dataGrantService.listUnsigned(ctx, grant)).length > 0) return false;
    const agreement = await agreementService.readNamed(ctx, grant.agreementId);
    return dataGrantPolicy.opensOn(grant, agreement, ctx.clock.today());
  },
};

const grantsById: Batch<DataGrantRow> = oneEach(
  (db, ids) => dataGrantRepository.findByIds(db, ids),
  ({ id }) => id,
);

const wordsOfGrants: Batch<GrantWord[]> = manyEach(
  (db, ids) => dataGrantRepository.findWords(db, ids),
  ({ grantId }) => grantId,
);

const grantsOfAgreements: Batch<DataGrantRow[]> = async (ctx, ids) => {
  const rows = await ctx.read((db) => dataGrantRepository.findByAgreements(db, ids));
  return grouped(rows, ({ agreementId }) => agreementId);
};
