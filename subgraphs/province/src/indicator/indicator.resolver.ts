import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { regionService } from '../region/region.service';
import { Region } from '../region/region.type';
import { IndicatorFilter } from './indicator.input';
import { indicatorService } from './indicator.service';
import { Indicator, IndicatorConnection, IndicatorKind } from './indicator.type';

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => IndicatorConnection, {
    nullable: true,
    description:
      'Published indicators (e.g. TPT by BPS), newest period first; never recomputed from registrations.',
  })
  async indicators(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => IndicatorFilter, { nullable: true, description: 'Narrows the list.' })
    filter: IndicatorFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Indicator>> {
    return toConnection(await indicatorService.list(ctx, filter ?? {}, page), Indicator.from);
  }

  @FieldResolver(() => Region, { description: 'Region measured.' })
  async region(@Root() indicator: Indicator, @Ctx() ctx: RequestContext): Promise<Region> {
    return Region.from(await regionService.readNamed(ctx, indicator.regionCode));
  }
}

@Resolver(() => Region)
export class RegionIndicatorsResolver {
  @FieldResolver(() => [Indicator], {
    description: 'Published indicators of this region, newest period first.',
  })
  async indicators(
    @Root() region: Region,
    @Ctx() ctx: RequestContext,
    @Arg('kind', () => IndicatorKind, { nullable: true, description: 'Only this kind.' })
    kind: IndicatorKind | null | undefined,
    @Arg('since', () => DateScalar, {
      nullable: true,
      description: 'Only periods that end on or after this day.',
    })
    since: string | null | undefined,
  ): Promise<Indicator[]> {
    const asked = { kind: kind ? [kind] : null, since: since ?? null };
    return (await indicatorService.listOfRegion(ctx, region.code, asked)).map(Indicator.from);
  }
}
