import type { RequestContext } from '@simpul/kit/context/context';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { localHireRuleService } from './local-hire-rule.service';
import { LocalHireRule, RuleStatus } from './local-hire-rule.type';

@Resolver(() => LocalHireRule)
export class LocalHireRuleResolver {
  @Query(() => [LocalHireRule], {
    nullable: true,
    description: 'Versions of local-hire rules (aturan tenaga kerja lokal), drafts included.',
  })
  async localHireRules(
    @Ctx() ctx: RequestContext,
    @Arg('region', () => ID, { nullable: true, description: 'Of this region (Kemendagri code).' })
    region: string | null | undefined,
    @Arg('status', () => [RuleStatus], { nullable: true, description: 'In one of these legal states.' })
    status: RuleStatus[] | null | undefined,
  ): Promise<LocalHireRule[]> {
    const rows = await localHireRuleService.list(ctx, { region: region ?? null, status: status ?? null });
    return rows.map(LocalHireRule.from);
  }
}
