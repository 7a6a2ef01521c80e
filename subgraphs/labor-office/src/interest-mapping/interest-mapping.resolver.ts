import type { RequestContext } from '@simpul/kit/context/context';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { Occupation } from '../foreign/foreign.type';
import { interestMappingService } from './interest-mapping.service';

@Resolver(() => Occupation)
export class OccupationResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Registered job seekers with a mapped interest in it; null when under 5.',
  })
  async candidateCount(
    @Root() occupation: Occupation,
    @Ctx() ctx: RequestContext,
    @Arg('region', () => ID, {
      nullable: true,
      description: 'Living in this region or one below it (Kemendagri code).',
    })
    region: string | null | undefined,
  ): Promise<number | null> {
    return interestMappingService.countCandidates(ctx, occupation.code, region ?? null);
  }
}
