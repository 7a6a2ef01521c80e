import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { competencyUnitService } from '../competency-unit/competency-unit.service';
import { CompetencyUnit } from '../competency-unit/competency-unit.type';
import { Vacancy } from '../foreign/foreign.type';
import { TrainingClass } from '../training-class/training-class.type';
import { matchService } from './match.service';
import { MatchCandidate, MatchCandidateConnection } from './match.type';

@Resolver(() => MatchCandidate)
export class MatchCandidateResolver {
  @FieldResolver(() => [CompetencyUnit], { description: 'Units of the vacancy that are proven.' })
  async matchedUnits(
    @Root() candidate: MatchCandidate,
    @Ctx() ctx: RequestContext,
  ): Promise<CompetencyUnit[]> {
    return (await competencyUnitService.readMany(ctx, candidate.matched)).map(CompetencyUnit.from);
  }

  @FieldResolver(() => [CompetencyUnit], { description: 'Units of the vacancy that are missing.' })
  async missingUnits(
    @Root() candidate: MatchCandidate,
    @Ctx() ctx: RequestContext,
  ): Promise<CompetencyUnit[]> {
    return (await competencyUnitService.readMany(ctx, candidate.missing)).map(CompetencyUnit.from);
  }
}

@Resolver(() => Vacancy)
export class VacancyMatchResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Certified people who fit; null when suppressed or not known yet.',
  })
  async matchingGraduateCount(
    @Root() vacancy: Vacancy,
    @Ctx() ctx: RequestContext,
    @Arg('region', () => ID, {
      nullable: true,
      description: 'Living in this region or one below it; not given: anywhere.',
    })
    region: string | null | undefined,
  ): Promise<number | null> {
    return matchService.countGraduates(ctx, vacancy.id, region ?? null);
  }

  @FieldResolver(() => MatchCandidateConnection, {
    nullable: true,
    description: 'Certified people who fit, best first, anonymous.',
  })
  async matchingCandidates(
    @Root() vacancy: Vacancy,
    @Ctx() ctx: RequestContext,
    @Arg('region', () => ID, {
      nullable: true,
      description: 'Living in this region or one below it; not given: anywhere.',
    })
    region: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<MatchCandidate> | null> {
    const found = await matchService.listCandidates(ctx, vacancy.id, { region: region ?? null, page });
    return found && toConnection(found.page, (row) => MatchCandidate.from(row, found.wanted));
  }

  @FieldResolver(() => [TrainingClass], {
    nullable: true,
    description: 'Classes that teach its units and end next, at most 5.',
  })
  async nextGraduations(
    @Root() vacancy: Vacancy,
    @Ctx() ctx: RequestContext,
  ): Promise<TrainingClass[] | null> {
    const rows = await matchService.listNextGraduations(ctx, vacancy.id);
    return rows && rows.map(TrainingClass.from);
  }
}
