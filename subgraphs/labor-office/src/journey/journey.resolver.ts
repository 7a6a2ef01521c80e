import type { RequestContext } from '@simpul/kit/context/context';
import { Cost, SUMMARY_COST } from '@simpul/kit/graphql/cost';
import { Personal } from '@simpul/kit/graphql/personal';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PersonFilter } from '../person/person.input';
import { Person } from '../person/person.type';
import { journeyService } from './journey.service';
import { JourneyCell, JourneyDimension, JourneyStep } from './journey.type';

@Resolver(() => Person)
export class JourneyResolver {
  @Query(() => [JourneyCell], {
    nullable: true,
    description: 'People counted by stage, with days spent in it.',
  })
  @Cost(SUMMARY_COST)
  async journeySummary(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => PersonFilter, { nullable: true, description: 'Narrows the people.' })
    filter: PersonFilter | null | undefined,
    @Arg('groupBy', () => [JourneyDimension], {
      defaultValue: [],
      description: 'Dimensions besides the stage.',
    })
    groupBy: JourneyDimension[],
  ): Promise<JourneyCell[]> {
    return (await journeyService.summarize(ctx, filter ?? {}, groupBy)).map(JourneyCell.from);
  }

  @FieldResolver(() => JourneyStep, { nullable: true, description: 'Stage the person is in now.' })
  @Personal('HISTORY', 'HIDE')
  stage(@Root() person: Person, @Ctx() ctx: RequestContext): JourneyStep {
    return JourneyStep.from(person.presentStep, ctx.clock.today());
  }

  @FieldResolver(() => [JourneyStep], {
    nullable: true,
    description: "The labour office's own steps, oldest first.",
  })
  @Personal('HISTORY', 'HIDE')
  async journey(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<JourneyStep[]> {
    const steps = await journeyService.listOfPerson(ctx, person.id);
    return steps.map((step) => JourneyStep.from(step, ctx.clock.today()));
  }
}
