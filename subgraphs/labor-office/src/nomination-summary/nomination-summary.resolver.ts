import type { RequestContext } from '@simpul/kit/context/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Agreement, QuotaAllocation } from '../foreign/foreign.type';
import { nominationSummaryService } from './nomination-summary.service';
import { NominationSummary } from './nomination-summary.type';

@Resolver(() => QuotaAllocation)
export class QuotaAllocationResolver {
  @FieldResolver(() => NominationSummary, {
    nullable: true,
    description: 'Nominations for its seats, sub-allocations included.',
  })
  async nominationSummary(
    @Root() quotaAllocation: QuotaAllocation,
    @Ctx() ctx: RequestContext,
  ): Promise<NominationSummary | null> {
    const figures = await nominationSummaryService.findOfAllocation(ctx, quotaAllocation.id);
    return figures && NominationSummary.from(figures);
  }
}

@Resolver(() => Agreement)
export class AgreementResolver {
  @FieldResolver(() => NominationSummary, { nullable: true, description: 'Nominations made under it.' })
  async nominationSummary(
    @Root() agreement: Agreement,
    @Ctx() ctx: RequestContext,
  ): Promise<NominationSummary | null> {
    const figures = await nominationSummaryService.findOfAgreement(ctx, agreement.id);
    return figures && NominationSummary.from(figures);
  }
}
