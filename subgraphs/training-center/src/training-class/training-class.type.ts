import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { FundingSource } from '@simpul/kit/graphql/shared-enums';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Agreement } from '../foreign/foreign.type';
import type { TrainingClassRow } from './training-class.entity';

export const ClassStatus = graphqlEnum(
  'ClassStatus',
  'Where a class stands. Moves: PLANNED to OPEN to RUNNING to FINISHED; the first three to CANCELLED.',
  {
    PLANNED: 'Planned (direncanakan).',
    OPEN: 'Open for nominations (dibuka).',
    RUNNING: 'Running (berjalan).',
    FINISHED: 'Finished (selesai).',
    CANCELLED: 'Cancelled (dibatalkan).',
  },
);
export type ClassStatus = keyof typeof ClassStatus;

@ObjectType({ description: 'A class (angkatan) of a programme; 16 seats by default.' })
@Directive('@key(fields: "id")')
export class TrainingClass {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => String, { description: 'Name or number of the class.' })
  name!: string;

  @Field(() => Int, { description: 'Seats in the class (kursi), taken or free.' })
  seats!: number;

  @Field(() => Int, { description: 'Seats reserved or taken.' })
  seatsTaken!: number;

  @Field(() => Int, { description: 'Seats that are neither reserved nor taken.' })
  seatsFree!: number;

  @Field(() => DateScalar, { nullable: true, description: 'First day of training.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; graduates are due then.' })
  endsOn?: string | null;

  @Field(() => ClassStatus, { description: 'Where the class stands, from planned to finished.' })
  status!: ClassStatus;

  @Field(() => Agreement, { nullable: true, description: 'Agreement of that allocation.' })
  agreement?: Agreement | null;

  @Field(() => FundingSource, { nullable: true, description: 'Who pays for the class.' })
  funding?: FundingSource | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edges to records of our own; not published. */
  programmeId!: string;
  facilityId!: string | null;
  allocationId!: string | null;
  requestId!: string | null;

  static from(row: TrainingClassRow): TrainingClass {
    return Object.assign(new TrainingClass(), row, {
      seatsFree: row.seats - row.seatsTaken,
      agreement: row.agreementId === null ? null : { id: row.agreementId },
    });
  }
}

@ObjectType({ description: 'One row of a TrainingClassConnection.' })
export class TrainingClassEdge extends edgeOf(TrainingClass) {}

@ObjectType({ description: 'A page of classes.' })
export class TrainingClassConnection extends connectionOf(TrainingClass, TrainingClassEdge) {}
