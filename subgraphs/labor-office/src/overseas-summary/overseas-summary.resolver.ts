import type { RequestContext } from '@simpul/kit/context/context';
import { Cost, SUMMARY_COST } from '@simpul/kit/graphql/cost';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { OverseasCaseFilter } from '../overseas-case/overseas-case.input';
import { overseasSummaryService } from './overseas-summary.service';
import { OverseasCaseCell, OverseasDimension } from './overseas-summary.type';

@Resolver()
export class OverseasSummaryResolver {
  @Query(() => [OverseasCaseCell], {
    nullable: true,
    description:
      'Overseas candidates counted by scheme, country, funding and stage; schemes are never added up.',
  })
  @Cost(SUMMARY_COST)
  async overseasCaseSummary(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => OverseasCaseFilter, { nullable: true, description: 'Narrows the cases.' })
    filter: OverseasCaseFilter | null | undefined,
    @Arg('groupBy', () => [OverseasDimension], {
      defaultValue: ['COUNTRY', 'FUNDING'],
      description: 'Dimensions besides the scheme, which is always there.',
    })
    groupBy: OverseasDimension[],
  ): Promise<OverseasCaseCell[]> {
    return (await overseasSummaryService.summarize(ctx, filter ?? {}, groupBy)).map(OverseasCaseCell.from);
  }
}
