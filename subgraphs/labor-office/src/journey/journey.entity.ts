import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JourneyStage } from './journey.type';

@Entity('person_step')
export class StepRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('smallint')
  position!: number;

  @Column('text')
  stage!: JourneyStage;

  @Column('date')
  since!: string;

  @Column('date', { nullable: true })
  until!: string | null;

  @Column('uuid')
  officeId!: string;
}
