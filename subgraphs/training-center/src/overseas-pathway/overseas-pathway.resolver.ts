import type { RequestContext } from '@simpul/kit/context/context';
import { PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { programmeService } from '../programme/programme.service';
import { Programme } from '../programme/programme.type';
import { overseasPathwayService } from './overseas-pathway.service';
import { OverseasPathway } from './overseas-pathway.type';

@Resolver(() => OverseasPathway)
export class OverseasPathwayResolver {
  @Query(() => [OverseasPathway], {
    nullable: true,
    description: 'Pathways abroad as announced, by country and scheme.',
  })
  async overseasPathways(
    @Ctx() ctx: RequestContext,
    @Arg('country', () => String, { nullable: true, description: 'Country (ISO 3166-1 alpha-2).' })
    country: string | null | undefined,
    @Arg('scheme', () => PlacementScheme, {
      nullable: true,
      description: 'MAGANG_LN or PMI; leaves out pathways whose scheme is not known.',
    })
    scheme: PlacementScheme | null | undefined,
  ): Promise<OverseasPathway[]> {
    const rows = await overseasPathwayService.list(ctx, { country: country ?? null, scheme: scheme ?? null });
    return rows.map(OverseasPathway.from);
  }

  @FieldResolver(() => [Programme], { description: 'Programmes that prepare for it.' })
  async programmes(@Root() pathway: OverseasPathway, @Ctx() ctx: RequestContext): Promise<Programme[]> {
    return (await programmeService.listOfPathway(ctx, pathway.id)).map(Programme.from);
  }
}
