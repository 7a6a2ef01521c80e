import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VerificationStatus } from './vacancy-verification.type';

@Entity('vacancy_verification')
export class VacancyVerificationRow {
  @PrimaryColumn('uuid')
  vacancyId!: string;

  @Column('text')
  status!: VerificationStatus;

  @Column('text', { array: true })
  missing!: string[];

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid')
  officeId!: string;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
