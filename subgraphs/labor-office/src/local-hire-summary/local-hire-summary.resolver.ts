import type { RequestContext } from '@simpul/kit/context/context';
import { Cost, SUMMARY_COST } from '@simpul/kit/graphql/cost';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { LocalHireFilter } from './local-hire-summary.input';
import { localHireSummaryService } from './local-hire-summary.service';
import { LocalHireCell, LocalHireDimension } from './local-hire-summary.type';

@Resolver()
export class LocalHireSummaryResolver {
  @Query(() => [LocalHireCell], {
    nullable: true,
    description: 'Local-hire assessments counted; employers without enough data are counted apart.',
  })
  @Cost(SUMMARY_COST)
  async localHireSummary(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => LocalHireFilter, { nullable: true, description: 'Narrows the assessments.' })
    filter: LocalHireFilter | null | undefined,
    @Arg('groupBy', () => [LocalHireDimension], {
      defaultValue: ['INDUSTRY'],
      description: 'Dimensions besides rule and denominator, which are always there.',
    })
    groupBy: LocalHireDimension[],
  ): Promise<LocalHireCell[]> {
    return (await localHireSummaryService.summarize(ctx, filter ?? {}, groupBy)).map(LocalHireCell.from);
  }
}
