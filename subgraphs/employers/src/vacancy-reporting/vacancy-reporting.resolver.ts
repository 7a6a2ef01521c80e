import type { RequestContext } from '@simpul/kit/context/context';
import { Cost, SUMMARY_COST } from '@simpul/kit/graphql/cost';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { vacancyReportingService } from './vacancy-reporting.service';
import { ReportingDimension, VacancyReportingCell } from './vacancy-reporting.type';

@Resolver()
export class VacancyReportingResolver {
  @Query(() => [VacancyReportingCell], {
    nullable: true,
    description: 'Vacancies and employers counted by whether they report (Perpres 57/2023).',
  })
  @Cost(SUMMARY_COST)
  async vacancyReportingSummary(
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateScalar, { description: 'First day.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'Last day.' }) to: string,
    @Arg('region', () => ID, { nullable: true, description: 'In this region or one below it.' })
    region: string | null | undefined,
    @Arg('groupBy', () => [ReportingDimension], {
      defaultValue: ['EMPLOYER_SIZE', 'REGION', 'QUARTER'],
      description: 'Dimensions.',
    })
    groupBy: ReportingDimension[],
  ): Promise<VacancyReportingCell[]> {
    const where = { from, to, region: region ?? null };
    const counts = await vacancyReportingService.list(ctx, where, groupBy);
    return counts.map((count) => VacancyReportingCell.from(count));
  }
}
