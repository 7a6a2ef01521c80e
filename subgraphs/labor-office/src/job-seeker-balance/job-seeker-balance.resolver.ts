import type { RequestContext } from '@simpul/kit/context/context';
import { Cost, SUMMARY_COST } from '@simpul/kit/graphql/cost';
import { IpkForm } from '@simpul/kit/graphql/shared-enums';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { jobSeekerBalanceService } from './job-seeker-balance.service';
import { JobSeekerBalanceRow } from './job-seeker-balance.type';

@Resolver()
export class JobSeekerBalanceResolver {
  @Query(() => [JobSeekerBalanceRow], {
    nullable: true,
    description:
      'Balance of job seekers for a month (IPK III/1 to III/3, Kepdirjen 268/PPTK/XII/2012): carried over + registered - placed - removed.',
  })
  @Cost(SUMMARY_COST)
  async jobSeekerBalance(
    @Ctx() ctx: RequestContext,
    @Arg('form', () => IpkForm, { description: 'III_1, III_2 or III_3.' }) form: IpkForm,
    @Arg('month', () => String, { description: 'Month, YYYY-MM.' }) month: string,
    @Arg('region', () => ID, { description: 'City or province (Kemendagri code).' }) region: string,
  ): Promise<JobSeekerBalanceRow[]> {
    const rows = await jobSeekerBalanceService.read(ctx, form, month, region);
    return rows.map(JobSeekerBalanceRow.from);
  }
}
