import type { RequestContext } from '@simpul/kit/context/context';
import { badInput } from '@simpul/kit/errors/errors';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { placementService } from '../placement/placement.service';
import { Placement, PlacementConnection } from '../placement/placement.type';
import { skillDemandService } from '../skill-demand/skill-demand.service';
import { SkillDemand } from '../skill-demand/skill-demand.type';
import { vacancyService } from '../vacancy/vacancy.service';
import { Vacancy, VacancyConnection, VacancyStatus } from '../vacancy/vacancy.type';
import { workforceReportService } from '../workforce-report/workforce-report.service';
import { WorkforceReport, WorkforceReportConnection } from '../workforce-report/workforce-report.type';
import { EmployerFilter } from './employer.input';
import { employerService } from './employer.service';
import { Employer, EmployerConnection } from './employer.type';

@Resolver(() => Employer)
export class EmployerResolver {
  @Query(() => EmployerConnection, { nullable: true, description: 'Employers by name.' })
  async employers(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => EmployerFilter, { nullable: true, description: 'Narrows the list.' })
    filter: EmployerFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Employer>> {
    return toConnection(await employerService.list(ctx, filter ?? {}, page), Employer.from);
  }

  @Query(() => Employer, { nullable: true, description: 'One employer, by id or by NIB; give exactly one.' })
  async employer(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { nullable: true, description: 'Employer id.' }) id: string | null | undefined,
    @Arg('nib', () => ID, { nullable: true, description: 'Business number (nomor induk berusaha).' })
    nib: string | null | undefined,
  ): Promise<Employer | null> {
    if ((id == null) === (nib == null)) {
      throw badInput([
        { path: ['id'], message: 'and nib exclude each other.', remedy: 'Give exactly one of them.' },
      ]);
    }
    const row =
      id == null ? await employerService.readByNib(ctx, nib ?? '') : await employerService.read(ctx, id);
    return row && Employer.from(row);
  }

  @FieldResolver(() => WorkforceReportConnection, { description: 'Workforce reports (WLKP), newest first.' })
  async workforceReports(
    @Root() employer: Employer,
    @Ctx() ctx: RequestContext,
    @Arg('since', () => DateScalar, { nullable: true, description: 'Periods that end on or after this day.' })
    since: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<WorkforceReport>> {
    const found = await workforceReportService.listOfEmployer(ctx, employer.id, {
      since: since ?? null,
      page,
    });
    return toConnection(found, WorkforceReport.from);
  }

  @FieldResolver(() => WorkforceReport, {
    nullable: true,
    description: 'Newest workforce report; null: none.',
  })
  async latestWorkforceReport(
    @Root() employer: Employer,
    @Ctx() ctx: RequestContext,
  ): Promise<WorkforceReport | null> {
    const row = await workforceReportService.latestOfEmployer(ctx, employer.id);
    return row && WorkforceReport.from(row);
  }

  @FieldResolver(() => VacancyConnection, { description: 'Its vacancies, newest first.' })
  async vacancies(
    @Root() employer: Employer,
    @Ctx() ctx: RequestContext,
    @Arg('status', () => [VacancyStatus], { nullable: true, description: 'In one of these states.' })
    status: VacancyStatus[] | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Vacancy>> {
    const found = await vacancyService.listOfEmployer(ctx, employer.id, { status: status ?? null, page });
    return toConnection(found, (row) => Vacancy.from(row, ctx.clock.today()));
  }

  @FieldResolver(() => PlacementConnection, { description: 'Its placements, newest first.' })
  async placements(
    @Root() employer: Employer,
    @Ctx() ctx: RequestContext,
    @Arg('active', () => Boolean, {
      nullable: true,
      description: 'Only those that last today, or only those that ended.',
    })
    active: boolean | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Placement>> {
    const asked = { of: 'employer', active: active ?? null, page } as const;
    return toConnection(await placementService.listOf(ctx, employer.id, asked), Placement.from);
  }

  @FieldResolver(() => [SkillDemand], { description: 'Skills that it needs, soonest needed first.' })
  async skillDemands(@Root() employer: Employer, @Ctx() ctx: RequestContext): Promise<SkillDemand[]> {
    const rows = await skillDemandService.listOfEmployer(ctx, employer.id);
    return rows.map((row) => SkillDemand.from(row));
  }
}
