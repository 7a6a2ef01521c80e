import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { RegionFilter } from './region.input';
import { regionService } from './region.service';
import { Region, RegionConnection } from './region.type';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, {
    nullable: true,
    description: 'One region by its Kemendagri code, e.g. 36.73 (Kota Serang).',
  })
  async region(
    @Ctx() ctx: RequestContext,
    @Arg('code', () => ID, { description: 'Kemendagri code.' }) code: string,
  ): Promise<Region | null> {
    const row = await regionService.readAsked(ctx, code);
    return row && Region.from(row);
  }

  @Query(() => RegionConnection, {
    nullable: true,
    description: 'Regions (wilayah administrasi) in code order.',
  })
  async regions(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => RegionFilter, { nullable: true, description: 'Narrows the list.' })
    filter: RegionFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Region>> {
    return toConnection(await regionService.list(ctx, filter ?? {}, page), Region.from);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Region one level up.' })
  async parent(@Root() region: Region, @Ctx() ctx: RequestContext): Promise<Region | null> {
    const row = await regionService.readIfNamed(ctx, region.parentCode);
    return row && Region.from(row);
  }
}
