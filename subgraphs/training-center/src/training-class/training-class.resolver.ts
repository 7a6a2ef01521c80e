import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { enrolmentService } from '../enrolment/enrolment.service';
import { Enrolment, EnrolmentConnection, EnrolmentStage } from '../enrolment/enrolment.type';
import { facilityService } from '../facility/facility.service';
import { Facility } from '../facility/facility.type';
import { Agreement } from '../foreign/foreign.type';
import { programmeService } from '../programme/programme.service';
import { Programme } from '../programme/programme.type';
import { quotaAllocationService } from '../quota-allocation/quota-allocation.service';
import { QuotaAllocation } from '../quota-allocation/quota-allocation.type';
import { trainingRequestService } from '../training-request/training-request.service';
import { TrainingRequest } from '../training-request/training-request.type';
import { trainingSummaryService } from '../training-summary/training-summary.service';
import { TrainingSummary } from '../training-summary/training-summary.type';
import { ClassFilter } from './training-class.input';
import { trainingClassService } from './training-class.service';
import { TrainingClass, TrainingClassConnection } from './training-class.type';

@Resolver(() => TrainingClass)
export class TrainingClassResolver {
  @Query(() => TrainingClassConnection, {
    nullable: true,
    description: 'Classes (angkatan), next start first.',
  })
  async classes(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ClassFilter, { nullable: true, description: 'Narrows the list.' })
    filter: ClassFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<TrainingClass>> {
    return toConnection(await trainingClassService.list(ctx, filter ?? {}, page), TrainingClass.from);
  }

  @Query(() => TrainingClass, { nullable: true, description: 'One class by id.' })
  async trainingClass(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Class id.' }) id: string,
  ): Promise<TrainingClass | null> {
    const row = await trainingClassService.read(ctx, id);
    return row && TrainingClass.from(row);
  }

  @FieldResolver(() => Programme, { description: 'Programme that it teaches.' })
  async programme(@Root() trainingClass: TrainingClass, @Ctx() ctx: RequestContext): Promise<Programme> {
    return Programme.from(await programmeService.readReferred(ctx, trainingClass.programmeId));
  }

  @FieldResolver(() => Facility, {
    nullable: true,
    description: 'Facility where it is held; null when not recorded.',
  })
  async facility(@Root() trainingClass: TrainingClass, @Ctx() ctx: RequestContext): Promise<Facility | null> {
    if (trainingClass.facilityId === null) return null;
    const row = await facilityService.read(ctx, trainingClass.facilityId);
    return row && Facility.from(row);
  }

  @FieldResolver(() => QuotaAllocation, { nullable: true, description: 'Allocation its seats debit.' })
  async allocation(
    @Root() trainingClass: TrainingClass,
    @Ctx() ctx: RequestContext,
  ): Promise<QuotaAllocation | null> {
    if (trainingClass.allocationId === null) return null;
    const row = await quotaAllocationService.read(ctx, trainingClass.allocationId);
    return row && QuotaAllocation.from(row);
  }

  @FieldResolver(() => TrainingRequest, { nullable: true, description: 'Request it answers.' })
  async request(
    @Root() trainingClass: TrainingClass,
    @Ctx() ctx: RequestContext,
  ): Promise<TrainingRequest | null> {
    if (trainingClass.requestId === null) return null;
    const row = await trainingRequestService.read(ctx, trainingClass.requestId);
    return row && TrainingRequest.from(row);
  }

  @FieldResolver(() => EnrolmentConnection, {
    nullable: true,
    description: 'Its enrolments, waiting list last.',
  })
  async enrolments(
    @Root() trainingClass: TrainingClass,
    @Ctx() ctx: RequestContext,
    @Arg('stage', () => [EnrolmentStage], { nullable: true, description: 'In one of these stages.' })
    stage: EnrolmentStage[] | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Enrolment>> {
    const found = await enrolmentService.listOfClass(ctx, trainingClass.id, { stage: stage ?? null, page });
    return toConnection(found, Enrolment.from);
  }

  @FieldResolver(() => TrainingSummary, { description: 'Seats, graduates and cost.' })
  async trainingSummary(
    @Root() trainingClass: TrainingClass,
    @Ctx() ctx: RequestContext,
  ): Promise<TrainingSummary> {
    return TrainingSummary.from(await trainingSummaryService.ofClass(ctx, trainingClass.id), ctx.clock.now());
  }
}

@Resolver(() => Agreement)
export class AgreementClassResolver {
  @FieldResolver(() => TrainingClassConnection, { nullable: true, description: 'Classes under it.' })
  async classes(
    @Root() agreement: Agreement,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ClassFilter, { nullable: true, description: 'Narrows the list.' })
    filter: ClassFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<TrainingClass>> {
    const found = await trainingClassService.listOfAgreement(ctx, agreement.id, {
      filter: filter ?? {},
      page,
    });
    return toConnection(found, TrainingClass.from);
  }
}
