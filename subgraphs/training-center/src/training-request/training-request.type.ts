import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Duplicate, IdempotencyConflict, NotEligible, ReferenceUnknown } from '@simpul/kit/graphql/outcome';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { createUnionType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Agreement, Employer, Occupation, Organization, Region, SkillDemand } from '../foreign/foreign.type';
import type { TrainingRequestRow } from './training-request.entity';

export const TrainingRequestStatus = graphqlEnum(
  'TrainingRequestStatus',
  'Where a training request stands. Moves: SUBMITTED to PROPOSED, ACCEPTED or DECLINED; PROPOSED to ACCEPTED, DECLINED or WITHDRAWN; ACCEPTED to FULFILLED.',
  {
    SUBMITTED: 'Submitted (diajukan).',
    PROPOSED: 'A class is proposed (diusulkan).',
    ACCEPTED: 'Accepted (disetujui).',
    DECLINED: 'Declined (ditolak).',
    WITHDRAWN: 'Withdrawn by the asker.',
    FULFILLED: 'Class finished (terpenuhi).',
  },
);
export type TrainingRequestStatus = keyof typeof TrainingRequestStatus;

@ObjectType({ description: 'A request for training, led by demand.' })
@Directive('@key(fields: "id")')
export class TrainingRequest {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Organization, {
    nullable: true,
    description: 'Organisation that asks: office or association.',
  })
  requestedBy?: Organization | null;

  @Field(() => Employer, { nullable: true, description: 'Employer that asks or is asked for.' })
  employer?: Employer | null;

  @Field(() => SkillDemand, { nullable: true, description: 'Skill demand it answers.' })
  demand?: SkillDemand | null;

  @Field(() => Agreement, { nullable: true, description: 'Agreement it is made under.' })
  agreement?: Agreement | null;

  @Field(() => Occupation, { nullable: true, description: 'Occupation wanted (KBJI).' })
  occupation?: Occupation | null;

  @Field(() => Region, { nullable: true, description: 'Region whose residents shall be trained.' })
  region?: Region | null;

  @Field(() => Int, { description: 'People to be trained.' })
  headcount!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which they are needed.' })
  neededBy?: string | null;

  @Field(() => TrainingRequestStatus, {
    description: 'Where the request stands, from submitted to the class that fulfils it.',
  })
  status!: TrainingRequestStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Reason that the training centre gives for a refusal.',
  })
  reason?: string | null;

  @Field(() => Int, { description: 'Seats reserved for the asker in those classes.' })
  seatsReserved!: number;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edges to records of our own; not published. */
  programmeId!: string | null;
  allocationId!: string | null;
  units!: string[];

  static from(row: TrainingRequestRow): TrainingRequest {
    return Object.assign(new TrainingRequest(), row, {
      requestedBy: row.requestedById === null ? null : { id: row.requestedById },
      employer: row.employerId === null ? null : { id: row.employerId },
      demand: row.demandId === null ? null : { id: row.demandId },
      agreement: row.agreementId === null ? null : { id: row.agreementId },
      occupation: row.occupationCode === null ? null : { code: row.occupationCode },
      region: row.regionCode === null ? null : { code: row.regionCode },
    });
  }
}

@ObjectType({ description: 'One row of a TrainingRequestConnection.' })
export class TrainingRequestEdge extends edgeOf(TrainingRequest) {}

@ObjectType({ description: 'A page of training requests.' })
export class TrainingRequestConnection extends connectionOf(TrainingRequest, TrainingRequestEdge) {}

export const RequestTrainingResult = createUnionType({
  name: 'RequestTrainingResult',
  description: 'The training request that was made, or why none was.',
  types: () => [TrainingRequest, Duplicate, NotEligible, ReferenceUnknown, IdempotencyConflict] as const,
});
