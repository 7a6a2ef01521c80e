import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Personal } from '@simpul/kit/graphql/personal';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { employerService } from '../employer/employer.service';
import { Employer } from '../employer/employer.type';
import { Agreement, Person, Programme } from '../foreign/foreign.type';
import { vacancyService } from '../vacancy/vacancy.service';
import { Vacancy } from '../vacancy/vacancy.type';
import { PlacementFilter } from './placement.input';
import { placementService } from './placement.service';
import { Placement, PlacementConnection, RetentionCheck } from './placement.type';

@Resolver(() => Placement)
export class PlacementResolver {
  @Query(() => PlacementConnection, { nullable: true, description: 'Placements, newest first.' })
  async placements(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => PlacementFilter, { nullable: true, description: 'Narrows the list.' })
    filter: PlacementFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Placement>> {
    const found = await placementService.list(ctx, filter ?? {}, page);
    return toConnection(found.page, Placement.from, found.asOf);
  }

  @FieldResolver(() => Employer, { nullable: true, description: 'The employer; null for self-employment.' })
  @Personal('HISTORY', 'NONE')
  async employer(@Root() placement: Placement, @Ctx() ctx: RequestContext): Promise<Employer | null> {
    if (placement.employerId === null) return null;
    return Employer.from(await employerService.readOwner(ctx, placement.employerId));
  }

  @FieldResolver(() => Vacancy, { nullable: true, description: 'Vacancy filled; null when there was none.' })
  @Personal('HISTORY', 'NONE')
  async vacancy(@Root() placement: Placement, @Ctx() ctx: RequestContext): Promise<Vacancy | null> {
    if (placement.vacancyId === null) return null;
    const row = await vacancyService.read(ctx, placement.vacancyId);
    return row && Vacancy.from(row, ctx.clock.today());
  }

  @FieldResolver(() => [RetentionCheck], { nullable: true, description: 'Checks at 3, 6 and 12 months.' })
  @Personal('HISTORY', 'HIDE')
  async retention(@Root() placement: Placement, @Ctx() ctx: RequestContext): Promise<RetentionCheck[]> {
    const rows = await placementService.listChecks(ctx, placement.id);
    return rows.map((row) => RetentionCheck.from(row));
  }
}

@Resolver(() => Person)
export class PlacementsOfPersonResolver {
  @FieldResolver(() => [Placement], { nullable: true, description: 'Placements, newest first.' })
  @Personal('HISTORY', 'HIDE')
  async placements(
    @Root() person: Person,
    @Ctx() ctx: RequestContext,
    @Arg('active', () => Boolean, {
      nullable: true,
      description: 'Only those that last today, or only those that ended.',
    })
    active: boolean | null | undefined,
  ): Promise<Placement[]> {
    const rows = await placementService.listOfPerson(ctx, person.id, active ?? null);
    return rows.map((row) => Placement.from(row));
  }

  @FieldResolver(() => Placement, {
    nullable: true,
    description: 'The placement that lasts today; null: none.',
  })
  @Personal('HISTORY', 'HIDE')
  async currentPlacement(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<Placement | null> {
    const [newest] = await placementService.listOfPerson(ctx, person.id, true);
    return newest ? Placement.from(newest) : null;
  }
}

@Resolver(() => Agreement)
export class PlacementsOfAgreementResolver {
  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description: 'Placements that count under it, newest first.',
  })
  async placements(
    @Root() agreement: Agreement,
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Placement>> {
    const asked = { of: 'agreement', active: null, page } as const;
    return toConnection(await placementService.listOf(ctx, agreement.id, asked), Placement.from);
  }
}

@Resolver(() => Programme)
export class PlacementsOfProgrammeResolver {
  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description: 'Placements that it led to, newest first.',
  })
  async placements(
    @Root() programme: Programme,
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Placement>> {
    const asked = { of: 'programme', active: null, page } as const;
    return toConnection(await placementService.listOf(ctx, programme.id, asked), Placement.from);
  }
}
