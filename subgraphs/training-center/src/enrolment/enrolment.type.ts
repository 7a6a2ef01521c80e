import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Nomination, Person, Region } from '../foreign/foreign.type';
import type { EnrolmentRow, EnrolmentStageChangeRow } from './enrolment.entity';

export const EnrolmentStage = graphqlEnum(
  'EnrolmentStage',
  'Stage of an enrolment. Moves: WAITLISTED to RESERVED; RESERVED to ENROLLED or RELEASED; ENROLLED to COMPLETED or DROPPED.',
  {
    WAITLISTED: 'On the waiting list (cadangan).',
    RESERVED: 'Seat reserved (dipesan).',
    ENROLLED: 'Enrolled (peserta).',
    COMPLETED: 'Completed (lulus).',
    DROPPED: 'Dropped out (mengundurkan diri); seat released.',
    RELEASED: 'Reservation released (dilepas).',
  },
);
export type EnrolmentStage = keyof typeof EnrolmentStage;

@ObjectType({ description: "A person's seat in a class." })
@Directive('@key(fields: "id")')
export class Enrolment {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Person, { nullable: true, description: 'The participant.' })
  @Personal('IDENTITY', 'HIDE')
  person?: Person | null;

  @Field(() => Nomination, { nullable: true, description: 'Nomination that led to it.' })
  @Personal('HISTORY', 'HIDE')
  nomination?: Nomination | null;

  @Field(() => EnrolmentStage, {
    nullable: true,
    description: 'Where it stands now, from the waiting list to completion.',
  })
  @Personal('HISTORY', 'NONE')
  stage?: EnrolmentStage | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Place on the waiting list, from 1; null when not waiting.',
  })
  @Personal('HISTORY', 'NONE')
  waitingPosition?: number | null;

  @Field(() => Region, {
    nullable: true,
    description: 'District of residence when the seat was reserved, for counting.',
  })
  @Personal('CONTACT', 'BAND')
  district?: Region | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edges to records of our own; not published. */
  classId!: string;
  allocationId!: string | null;

  static from(row: EnrolmentRow): Enrolment {
    return Object.assign(new Enrolment(), row, {
      person: { id: row.personId },
      nomination: row.nominationId === null ? null : { id: row.nominationId },
      district: row.districtCode === null ? null : { code: row.districtCode },
    });
  }
}

@ObjectType({ description: 'One step of an enrolment into another stage.' })
export class EnrolmentStageChange {
  @Field(() => EnrolmentStage, {
    nullable: true,
    description: 'Stage in which the enrolment stood from then on.',
  })
  @Personal('HISTORY', 'NONE')
  stage?: EnrolmentStage | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the enrolment reached the stage.' })
  @Personal('HISTORY', 'YEAR')
  at?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reason given for the step; null when none was recorded.',
  })
  @Personal('HISTORY', 'HIDE')
  reason?: string | null;

  static from({ stage, at, reason }: EnrolmentStageChangeRow): EnrolmentStageChange {
    return Object.assign(new EnrolmentStageChange(), { stage, at, reason });
  }
}

@ObjectType({ description: 'One row of a EnrolmentConnection.' })
export class EnrolmentEdge extends edgeOf(Enrolment) {}

@ObjectType({ description: 'A page of enrolments.' })
export class EnrolmentConnection extends connectionOf(Enrolment, EnrolmentEdge) {}
