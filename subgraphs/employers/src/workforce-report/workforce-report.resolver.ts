import type { RequestContext } from '@simpul/kit/context/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { employerService } from '../employer/employer.service';
import { Employer } from '../employer/employer.type';
import { WorkforceReport } from './workforce-report.type';

@Resolver(() => WorkforceReport)
export class WorkforceReportResolver {
  @FieldResolver(() => Employer, { description: 'Employer whose workers it counts.' })
  async employer(@Root() report: WorkforceReport, @Ctx() ctx: RequestContext): Promise<Employer> {
    return Employer.from(await employerService.readOwner(ctx, report.employerId));
  }
}
