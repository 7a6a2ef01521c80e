import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DuplicateMatch, DuplicateStatus } from './duplicate-candidate.type';

@Entity('duplicate_candidate')
export class DuplicateCandidateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  firstPersonId!: string;

  @Column('uuid')
  secondPersonId!: string;

  @Column('text')
  match!: DuplicateMatch;

  @Column('numeric')
  likeness!: number;

  @Column('boolean')
  acrossOffices!: boolean;

  @Column('text')
  status!: DuplicateStatus;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
