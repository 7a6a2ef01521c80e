import type { RequestContext } from '@simpul/kit/context/context';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Agreement, Region } from '../foreign/foreign.type';
import { programmeService } from '../programme/programme.service';
import { Programme } from '../programme/programme.type';
import { ClassFilter } from '../training-class/training-class.input';
import { trainingSummaryService } from './training-summary.service';
import { TrainingCell, TrainingDimension, TrainingSummary } from './training-summary.type';

@Resolver(() => TrainingCell)
export class TrainingCellResolver {
  @Query(() => [TrainingCell], {
    nullable: true,
    description: 'Classes, seats, graduates and cost counted by the given dimensions.',
  })
  async trainingSummary(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ClassFilter, { nullable: true, description: 'Narrows the classes.' })
    filter: ClassFilter | null | undefined,
    @Arg('groupBy', () => [TrainingDimension], { defaultValue: ['PROGRAMME'], description: 'Dimensions.' })
    groupBy: TrainingDimension[],
  ): Promise<TrainingCell[]> {
    return (await trainingSummaryService.cells(ctx, filter ?? {}, groupBy)).map(TrainingCell.from);
  }

  @FieldResolver(() => Programme, { nullable: true, description: 'Programme that the classes teach.' })
  async programme(@Root() cell: TrainingCell, @Ctx() ctx: RequestContext): Promise<Programme | null> {
    if (cell.programmeId === undefined) return null;
    return Programme.from(await programmeService.readReferred(ctx, cell.programmeId));
  }
}

@Resolver(() => Agreement)
export class AgreementSummaryResolver {
  @FieldResolver(() => TrainingSummary, {
    nullable: true,
    description: 'Classes, seats, graduates and cost under it.',
  })
  async trainingSummary(
    @Root() agreement: Agreement,
    @Ctx() ctx: RequestContext,
  ): Promise<TrainingSummary | null> {
    const summary = await trainingSummaryService.ofAgreement(ctx, agreement.id);
    return summary && TrainingSummary.from(summary, ctx.clock.now());
  }
}

@Resolver(() => Region)
export class RegionSummaryResolver {
  @FieldResolver(() => TrainingSummary, { nullable: true, description: 'Training of its residents.' })
  async trainingSummary(
    @Root() region: Region,
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateScalar, { nullable: true, description: 'Classes that end on or after this day.' })
    from: string | null | undefined,
    @Arg('to', () => DateScalar, { nullable: true, description: 'Classes that end on or before this day.' })
    to: string | null | undefined,
  ): Promise<TrainingSummary | null> {
    const summary = await trainingSummaryService.ofRegion(ctx, region.code, { from, to });
    return summary && TrainingSummary.from(summary, ctx.clock.now());
  }
}
