import type { RequestContext } from '@simpul/kit/context/context';
import { Cost, SUMMARY_COST } from '@simpul/kit/graphql/cost';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Agreement, Programme, QuotaAllocation, TrainingClass } from '../foreign/foreign.type';
import { PlacementFilter } from '../placement/placement.input';
import { placementSummaryService } from './placement-summary.service';
import { PlacementCell, PlacementDimension, PlacementSummary } from './placement-summary.type';

@Resolver()
export class PlacementSummaryResolver {
  @Query(() => [PlacementCell], {
    nullable: true,
    description: 'Placements counted; scheme and channel are always dimensions and never added up.',
  })
  @Cost(SUMMARY_COST)
  async placementSummary(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => PlacementFilter, { nullable: true, description: 'Narrows the placements.' })
    filter: PlacementFilter | null | undefined,
    @Arg('groupBy', () => [PlacementDimension], { defaultValue: [], description: 'Further dimensions.' })
    groupBy: PlacementDimension[],
  ): Promise<PlacementCell[]> {
    const cells = await placementSummaryService.listCells(ctx, filter ?? {}, groupBy);
    return cells.map((cell) => PlacementCell.from(cell));
  }
}

@Resolver(() => Agreement)
export class PlacementSummaryOfAgreementResolver {
  @FieldResolver(() => PlacementSummary, {
    nullable: true,
    description: 'Those placements counted by scheme and channel.',
  })
  async placementSummary(
    @Root() agreement: Agreement,
    @Ctx() ctx: RequestContext,
  ): Promise<PlacementSummary | null> {
    return placementSummaryService.readAgreed(ctx, 'agreement', agreement.id);
  }
}

@Resolver(() => Programme)
export class PlacementSummaryOfProgrammeResolver {
  @FieldResolver(() => PlacementSummary, {
    nullable: true,
    description: 'Those placements counted by scheme and channel.',
  })
  async placementSummary(
    @Root() programme: Programme,
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateScalar, { nullable: true, description: 'Started on or after this day.' })
    from: string | null | undefined,
    @Arg('to', () => DateScalar, { nullable: true, description: 'Started on or before this day.' })
    to: string | null | undefined,
  ): Promise<PlacementSummary> {
    const started = { from: from ?? null, to: to ?? null };
    return placementSummaryService.readTaught(ctx, 'programme', programme.id, started);
  }
}

@Resolver(() => TrainingClass)
export class PlacementSummaryOfClassResolver {
  @FieldResolver(() => PlacementSummary, {
    nullable: true,
    description: 'Placements that it led to, by scheme and channel.',
  })
  async placementSummary(
    @Root() trainingClass: TrainingClass,
    @Ctx() ctx: RequestContext,
  ): Promise<PlacementSummary> {
    return placementSummaryService.readTaught(ctx, 'trainingClass', trainingClass.id);
  }
}

@Resolver(() => QuotaAllocation)
export class PlacementSummaryOfAllocationResolver {
  @FieldResolver(() => PlacementSummary, {
    nullable: true,
    description: 'Placements that count under it or a part of it, by scheme and channel.',
  })
  async placementSummary(
    @Root() allocation: QuotaAllocation,
    @Ctx() ctx: RequestContext,
  ): Promise<PlacementSummary | null> {
    return placementSummaryService.readAgreed(ctx, 'allocation', allocation.id);
  }
}
