import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TrainingRequestStatus } from './training-request.type';

@Entity('training_request')
export class TrainingRequestRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  requestedById!: string | null;

  @Column('uuid', { nullable: true })
  employerId!: string | null;

  @Column('uuid', { nullable: true })
  demandId!: string | null;

  @Column('uuid', { nullable: true })
  agreementId!: string | null;

  @Column('uuid', { nullable: true })
  programmeId!: string | null;

  @Column('text', { nullable: true })
  occupationCode!: string | null;

  @Column('text', { array: true })
  units!: string[];

  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('integer')
  headcount!: number;

  @Column('date')
  submittedOn!: string;

  @Column('date', { nullable: true })
  neededBy!: string | null;

  @Column('text')
  status!: TrainingRequestStatus;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  allocationId!: string | null;

  @Column('integer')
  seatsReserved!: number;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
