import type { RequestContext } from '@simpul/kit/context/context';
import { Personal } from '@simpul/kit/graphql/personal';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { certificateService } from '../certificate/certificate.service';
import { Certificate } from '../certificate/certificate.type';
import { Person } from '../foreign/foreign.type';
import { quotaAllocationService } from '../quota-allocation/quota-allocation.service';
import { QuotaAllocation } from '../quota-allocation/quota-allocation.type';
import { trainingClassService } from '../training-class/training-class.service';
import { TrainingClass } from '../training-class/training-class.type';
import { enrolmentService } from './enrolment.service';
import { Enrolment, EnrolmentStage, EnrolmentStageChange } from './enrolment.type';

@Resolver(() => Enrolment)
export class EnrolmentResolver {
  @FieldResolver(() => TrainingClass, { nullable: true, description: 'The class.' })
  @Personal('HISTORY', 'NONE')
  async trainingClass(
    @Root() enrolment: Enrolment,
    @Ctx() ctx: RequestContext,
  ): Promise<TrainingClass | null> {
    const row = await trainingClassService.read(ctx, enrolment.classId);
    return row && TrainingClass.from(row);
  }

  @FieldResolver(() => QuotaAllocation, { nullable: true, description: 'Allocation that the seat debits.' })
  @Personal('HISTORY', 'NONE')
  async allocation(
    @Root() enrolment: Enrolment,
    @Ctx() ctx: RequestContext,
  ): Promise<QuotaAllocation | null> {
    if (enrolment.allocationId === null) return null;
    const row = await quotaAllocationService.read(ctx, enrolment.allocationId);
    return row && QuotaAllocation.from(row);
  }

  @FieldResolver(() => [EnrolmentStageChange], {
    nullable: true,
    description: 'Changes of stage, oldest first.',
  })
  @Personal('HISTORY', 'NONE')
  async stageHistory(
    @Root() enrolment: Enrolment,
    @Ctx() ctx: RequestContext,
  ): Promise<EnrolmentStageChange[]> {
    return (await enrolmentService.listStageChanges(ctx, enrolment.id)).map(EnrolmentStageChange.from);
  }

  @FieldResolver(() => [Certificate], { nullable: true, description: 'Certificates earned by it.' })
  @Personal('HISTORY', 'HIDE')
  async certificates(@Root() enrolment: Enrolment, @Ctx() ctx: RequestContext): Promise<Certificate[]> {
    const rows = await certificateService.listOfEnrolment(ctx, enrolment.id);
    return rows.map((row) => Certificate.from(row, ctx.clock.today()));
  }
}

@Resolver(() => Person)
export class PersonEnrolmentResolver {
  @FieldResolver(() => [Enrolment], { nullable: true, description: 'Enrolments, newest first.' })
  @Personal('HISTORY', 'HIDE')
  async enrolments(
    @Root() person: Person,
    @Ctx() ctx: RequestContext,
    @Arg('stage', () => [EnrolmentStage], { nullable: true, description: 'In one of these stages.' })
    stage: EnrolmentStage[] | null | undefined,
  ): Promise<Enrolment[]> {
    return (await enrolmentService.listOfPerson(ctx, person.id, stage ?? null)).map(Enrolment.from);
  }
}
