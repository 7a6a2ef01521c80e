import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { competencyUnitService } from '../competency-unit/competency-unit.service';
import { CompetencyUnit } from '../competency-unit/competency-unit.type';
import { SkillDemand } from '../foreign/foreign.type';
import { programmeService } from '../programme/programme.service';
import { Programme } from '../programme/programme.type';
import { quotaAllocationService } from '../quota-allocation/quota-allocation.service';
import { QuotaAllocation } from '../quota-allocation/quota-allocation.type';
import { trainingClassService } from '../training-class/training-class.service';
import { TrainingClass } from '../training-class/training-class.type';
import { TrainingRequestFilter } from './training-request.input';
import { trainingRequestService } from './training-request.service';
import { TrainingRequest, TrainingRequestConnection } from './training-request.type';

@Resolver(() => TrainingRequest)
export class TrainingRequestResolver {
  @Query(() => TrainingRequestConnection, {
    nullable: true,
    description: 'Requests for training from offices, the association and employers.',
  })
  async trainingRequests(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => TrainingRequestFilter, { nullable: true, description: 'Narrows the list.' })
    filter: TrainingRequestFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<TrainingRequest>> {
    return toConnection(await trainingRequestService.list(ctx, filter ?? {}, page), TrainingRequest.from);
  }

  @FieldResolver(() => Programme, { nullable: true, description: 'Programme wanted, when it exists.' })
  async programme(@Root() request: TrainingRequest, @Ctx() ctx: RequestContext): Promise<Programme | null> {
    if (request.programmeId === null) return null;
    return Programme.from(await programmeService.readReferred(ctx, request.programmeId));
  }

  @FieldResolver(() => [CompetencyUnit], { description: 'Competency units wanted.' })
  async competencyUnits(
    @Root() request: TrainingRequest,
    @Ctx() ctx: RequestContext,
  ): Promise<CompetencyUnit[]> {
    return (await competencyUnitService.readMany(ctx, request.units)).map(CompetencyUnit.from);
  }

  @FieldResolver(() => [TrainingClass], { description: 'Classes proposed or opened for it.' })
  async classes(@Root() request: TrainingRequest, @Ctx() ctx: RequestContext): Promise<TrainingClass[]> {
    return (await trainingClassService.listOfRequest(ctx, request.id)).map(TrainingClass.from);
  }

  @FieldResolver(() => QuotaAllocation, { nullable: true, description: 'Allocation reserved for it.' })
  async allocation(
    @Root() request: TrainingRequest,
    @Ctx() ctx: RequestContext,
  ): Promise<QuotaAllocation | null> {
    if (request.allocationId === null) return null;
    const row = await quotaAllocationService.read(ctx, request.allocationId);
    return row && QuotaAllocation.from(row);
  }
}

@Resolver(() => SkillDemand)
export class SkillDemandTrainingResolver {
  @FieldResolver(() => [TrainingRequest], {
    nullable: true,
    description: 'Requests for training that answer it.',
  })
  async trainingRequests(
    @Root() demand: SkillDemand,
    @Ctx() ctx: RequestContext,
  ): Promise<TrainingRequest[]> {
    return (await trainingRequestService.listOfDemand(ctx, demand.id)).map(TrainingRequest.from);
  }

  @FieldResolver(() => [TrainingClass], {
    nullable: true,
    description: 'Classes opened for it; empty: none yet.',
  })
  async classes(@Root() demand: SkillDemand, @Ctx() ctx: RequestContext): Promise<TrainingClass[]> {
    return (await trainingClassService.listOfDemand(ctx, demand.id)).map(TrainingClass.from);
  }
}
