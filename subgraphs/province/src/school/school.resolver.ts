import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { regionService } from '../region/region.service';
import { Region } from '../region/region.type';
import { SchoolFilter } from './school.input';
import { schoolService } from './school.service';
import { School, SchoolConnection } from './school.type';

@Resolver(() => School)
export class SchoolResolver {
  @Query(() => School, { nullable: true, description: 'One school by NPSN.' })
  async school(
    @Ctx() ctx: RequestContext,
    @Arg('npsn', () => ID, { description: 'NPSN, or the provisional code of a school without a known one.' })
    npsn: string,
  ): Promise<School | null> {
    const row = await schoolService.read(ctx, npsn);
    return row && School.from(row);
  }

  @Query(() => SchoolConnection, { nullable: true, description: 'Schools, Sekolah Rakyat included.' })
  async schools(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => SchoolFilter, { nullable: true, description: 'Narrows the list.' })
    filter: SchoolFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<School>> {
    return toConnection(await schoolService.list(ctx, filter ?? {}, page), School.from);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'City, regency or finer region where it stands; null when not recorded.',
  })
  async region(@Root() school: School, @Ctx() ctx: RequestContext): Promise<Region | null> {
    const row = await regionService.readIfNamed(ctx, school.regionCode);
    return row && Region.from(row);
  }
}
