import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { competencyUnitService } from '../competency-unit/competency-unit.service';
import { CompetencyUnit } from '../competency-unit/competency-unit.type';
import { facilityService } from '../facility/facility.service';
import { Facility } from '../facility/facility.type';
import { Occupation } from '../foreign/foreign.type';
import { ClassFilter } from '../training-class/training-class.input';
import { trainingClassService } from '../training-class/training-class.service';
import { TrainingClass, TrainingClassConnection } from '../training-class/training-class.type';
import { trainingSummaryService } from '../training-summary/training-summary.service';
import { TrainingSummary } from '../training-summary/training-summary.type';
import { ProgrammeFilter } from './programme.input';
import { programmeService } from './programme.service';
import { Programme, ProgrammeConnection } from './programme.type';

@Resolver(() => Programme)
export class ProgrammeResolver {
  @Query(() => ProgrammeConnection, {
    nullable: true,
    description: 'Training programmes (program pelatihan).',
  })
  async programmes(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ProgrammeFilter, { nullable: true, description: 'Narrows the list.' })
    filter: ProgrammeFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Programme>> {
    return toConnection(await programmeService.list(ctx, filter ?? {}, page), Programme.from);
  }

  @Query(() => Programme, { nullable: true, description: 'One programme by id.' })
  async programme(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Programme id.' }) id: string,
  ): Promise<Programme | null> {
    const row = await programmeService.read(ctx, id);
    return row && Programme.from(row);
  }

  @FieldResolver(() => [CompetencyUnit], { description: 'Competency units taught (unit kompetensi SKKNI).' })
  async competencyUnits(@Root() programme: Programme, @Ctx() ctx: RequestContext): Promise<CompetencyUnit[]> {
    return (await competencyUnitService.listOfProgramme(ctx, programme.id)).map(CompetencyUnit.from);
  }

  @FieldResolver(() => [Occupation], { nullable: 'items', description: 'Occupations it leads to (KBJI).' })
  async occupations(@Root() programme: Programme, @Ctx() ctx: RequestContext): Promise<Occupation[]> {
    return (await programmeService.listOccupations(ctx, programme.id)).map((code) => ({ code }));
  }

  @FieldResolver(() => [Facility], { description: 'Facilities it needs.' })
  async facilities(@Root() programme: Programme, @Ctx() ctx: RequestContext): Promise<Facility[]> {
    return (await facilityService.listOfProgramme(ctx, programme.id)).map(Facility.from);
  }

  @FieldResolver(() => TrainingClassConnection, { description: 'Its classes, next start first.' })
  async classes(
    @Root() programme: Programme,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ClassFilter, { nullable: true, description: 'Narrows the list.' })
    filter: ClassFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<TrainingClass>> {
    const found = await trainingClassService.listOfProgramme(ctx, programme.id, {
      filter: filter ?? {},
      page,
    });
    return toConnection(found, TrainingClass.from);
  }

  @FieldResolver(() => TrainingSummary, { description: 'Classes, seats, graduates and cost.' })
  async trainingSummary(
    @Root() programme: Programme,
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateScalar, { nullable: true, description: 'Classes that end on or after this day.' })
    from: string | null | undefined,
    @Arg('to', () => DateScalar, { nullable: true, description: 'Classes that end on or before this day.' })
    to: string | null | undefined,
  ): Promise<TrainingSummary> {
    return TrainingSummary.from(
      await trainingSummaryService.ofProgramme(ctx, programme.id, { from, to }),
      ctx.clock.now(),
    );
  }
}
