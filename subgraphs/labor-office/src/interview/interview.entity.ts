import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InterviewResult } from './interview.type';

@Entity('interview')
export class InterviewRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('date')
  heldOn!: string;

  @Column('text')
  result!: InterviewResult;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('boolean')
  demo!: boolean;
}
