import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { employerService } from '../employer/employer.service';
import { Employer } from '../employer/employer.type';
import { CompetencyUnit } from '../foreign/foreign.type';
import { placementService } from '../placement/placement.service';
import { Placement, PlacementConnection } from '../placement/placement.type';
import { VacancyFilter } from './vacancy.input';
import { vacancyService } from './vacancy.service';
import { Vacancy, VacancyConnection, VacancyStatus } from './vacancy.type';

@Resolver(() => Vacancy)
export class VacancyResolver {
  @Query(() => VacancyConnection, { nullable: true, description: 'Vacancies (lowongan), newest first.' })
  async vacancies(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => VacancyFilter, { nullable: true, description: 'Narrows the list.' })
    filter: VacancyFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Vacancy>> {
    return toConnection(await vacancyService.list(ctx, filter ?? {}, page), (row) =>
      Vacancy.from(row, ctx.clock.today()),
    );
  }

  @Query(() => Vacancy, { nullable: true, description: 'One vacancy by id.' })
  async vacancy(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Vacancy id.' }) id: string,
  ): Promise<Vacancy | null> {
    const row = await vacancyService.read(ctx, id);
    return row && Vacancy.from(row, ctx.clock.today());
  }

  @FieldResolver(() => Employer, { description: 'Employer (art. 5).' })
  async employer(@Root() vacancy: Vacancy, @Ctx() ctx: RequestContext): Promise<Employer> {
    return Employer.from(await employerService.readOwner(ctx, vacancy.employerId));
  }

  @FieldResolver(() => PlacementConnection, { description: 'Placements into it, newest first.' })
  async placements(
    @Root() vacancy: Vacancy,
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Placement>> {
    const asked = { of: 'vacancy', active: null, page } as const;
    return toConnection(await placementService.listOf(ctx, vacancy.id, asked), Placement.from);
  }
}

@Resolver(() => CompetencyUnit)
export class VacanciesOfUnitResolver {
  @FieldResolver(() => VacancyConnection, {
    nullable: true,
    description: 'Vacancies that want it, newest first.',
  })
  async vacancies(
    @Root() unit: CompetencyUnit,
    @Ctx() ctx: RequestContext,
    @Arg('status', () => [VacancyStatus], {
      nullable: true,
      defaultValue: ['OPEN', 'PARTLY_FILLED'],
      description: 'In one of these states.',
    })
    status: VacancyStatus[] | null | undefined,
    @Arg('region', () => ID, { nullable: true, description: 'Work in this region or one below it.' })
    region: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Vacancy>> {
    const asked = { status: status ?? null, region: region ?? null, page };
    return toConnection(await vacancyService.listOfUnit(ctx, unit.code, asked), (row) =>
      Vacancy.from(row, ctx.clock.today()),
    );
  }
}
