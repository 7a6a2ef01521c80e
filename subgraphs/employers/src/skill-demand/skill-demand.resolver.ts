import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { employerService } from '../employer/employer.service';
import { Employer } from '../employer/employer.type';
import { Programme } from '../foreign/foreign.type';
import { SkillDemandFilter } from './skill-demand.input';
import { skillDemandService } from './skill-demand.service';
import { SkillDemand, SkillDemandConnection } from './skill-demand.type';

@Resolver(() => SkillDemand)
export class SkillDemandResolver {
  @Query(() => SkillDemandConnection, {
    nullable: true,
    description: 'Skill demands (kebutuhan keterampilan), soonest needed first.',
  })
  async skillDemands(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => SkillDemandFilter, { nullable: true, description: 'Narrows the list.' })
    filter: SkillDemandFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<SkillDemand>> {
    return toConnection(await skillDemandService.list(ctx, filter ?? {}, page), SkillDemand.from);
  }

  @FieldResolver(() => Employer, {
    nullable: true,
    description: 'Employer; null: stated by the association for its members.',
  })
  async employer(@Root() demand: SkillDemand, @Ctx() ctx: RequestContext): Promise<Employer | null> {
    if (demand.employerId === null) return null;
    return Employer.from(await employerService.readOwner(ctx, demand.employerId));
  }
}

@Resolver(() => Programme)
export class DemandOfProgrammeResolver {
  @FieldResolver(() => [SkillDemand], {
    nullable: true,
    description: 'Skill demands that it would meet, soonest needed first.',
  })
  async demand(
    @Root() programme: Programme,
    @Ctx() ctx: RequestContext,
    @Arg('region', () => ID, { nullable: true, description: 'In this region or one below it.' })
    region: string | null | undefined,
  ): Promise<SkillDemand[]> {
    const rows = await skillDemandService.listOfProgramme(ctx, programme.id, region ?? null);
    return rows.map((row) => SkillDemand.from(row));
  }
}
