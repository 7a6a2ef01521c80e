import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { employerService } from '../employer/employer.service';
import { Employer } from '../employer/employer.type';
import { investmentNeedService } from './investment-need.service';
import { InvestmentNeed, InvestmentNeedConnection } from './investment-need.type';

@Resolver(() => InvestmentNeed)
export class InvestmentNeedResolver {
  @Query(() => InvestmentNeedConnection, {
    nullable: true,
    description: 'Workers that investments will need, soonest first.',
  })
  async investmentNeeds(
    @Ctx() ctx: RequestContext,
    @Arg('region', () => ID, { nullable: true, description: 'In this region or one below it.' })
    region: string | null | undefined,
    @Arg('industries', () => [ID], { nullable: true, description: 'Of one of these industries (KBLI).' })
    industries: string[] | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<InvestmentNeed>> {
    const found = await investmentNeedService.list(ctx, { region, industries }, page);
    return toConnection(found, InvestmentNeed.from);
  }

  @FieldResolver(() => Employer, { nullable: true, description: 'Investor, when known.' })
  async employer(@Root() need: InvestmentNeed, @Ctx() ctx: RequestContext): Promise<Employer | null> {
    if (need.employerId === null) return null;
    return Employer.from(await employerService.readOwner(ctx, need.employerId));
  }
}
