import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EnrolmentStage } from './enrolment.type';

@Entity('enrolment')
export class EnrolmentRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  classId!: string;

  @Column('uuid', { nullable: true })
  allocationId!: string | null;

  @Column('uuid', { nullable: true })
  nominationId!: string | null;

  @Column('text')
  stage!: EnrolmentStage;

  @Column('integer', { nullable: true })
  waitingPosition!: number | null;

  @Column('text', { nullable: true })
  districtCode!: string | null;

  /** Day of the first stage. */
  @Column('date')
  enteredOn!: string;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}

@Entity('enrolment_stage_change')
export class EnrolmentStageChangeRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  enrolmentId!: string;

  @PrimaryColumn('integer')
  number!: number;

  @Column('text')
  stage!: EnrolmentStage;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { nullable: true })
  reason!: string | null;
}
