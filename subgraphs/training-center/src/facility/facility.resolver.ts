import type { RequestContext } from '@simpul/kit/context/context';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { facilityService } from './facility.service';
import { Facility, FacilityCapability } from './facility.type';

@Resolver(() => Facility)
export class FacilityResolver {
  @Query(() => [Facility], {
    nullable: true,
    description: 'Facilities: workshops, the underwater welding pool, buildings.',
  })
  async facilities(
    @Ctx() ctx: RequestContext,
    @Arg('capability', () => FacilityCapability, {
      nullable: true,
      description: 'Has this capability, e.g. underwater welding.',
    })
    capability: FacilityCapability | null | undefined,
  ): Promise<Facility[]> {
    return (await facilityService.list(ctx, capability ?? null)).map(Facility.from);
  }
}
