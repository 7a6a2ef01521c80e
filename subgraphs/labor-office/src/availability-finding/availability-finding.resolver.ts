import type { RequestContext } from '@simpul/kit/context/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Vacancy } from '../foreign/foreign.type';
import { availabilityFindingService } from './availability-finding.service';
import { AvailabilityFinding } from './availability-finding.type';

@Resolver(() => Vacancy)
export class AvailabilityFindingResolver {
  @FieldResolver(() => [AvailabilityFinding], {
    nullable: true,
    description: 'Findings on whether its qualification is available locally, newest first.',
  })
  async availabilityFindings(
    @Root() vacancy: Vacancy,
    @Ctx() ctx: RequestContext,
  ): Promise<AvailabilityFinding[]> {
    const rows = await availabilityFindingService.listOfVacancy(ctx, vacancy.id);
    return rows.map(AvailabilityFinding.from);
  }
}
