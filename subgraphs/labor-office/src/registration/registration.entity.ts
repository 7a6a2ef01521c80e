import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegistrationStatus } from './registration.type';

@Entity('registration')
export class RegistrationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  officeId!: string;

  @Column('text')
  regionCode!: string;

  @Column('text', { nullable: true })
  ak1Number!: string | null;

  @Column('text', { nullable: true })
  siapkerjaReference!: string | null;

  @Column('date')
  registeredOn!: string;

  @Column('date')
  validUntil!: string;

  @Column('date', { nullable: true })
  lastReportedOn!: string | null;

  @Column('date')
  nextReportDue!: string;

  @Column('text', { nullable: true })
  endedAs!: 'PLACED' | 'REMOVED' | null;

  @Column('text', { array: true })
  occupations!: string[];

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;

  /** Where it stands on a day; the repository says the same in SQL. */
  statusOn(day: string): RegistrationStatus {
    if (this.endedAs !== null) return this.endedAs;
    if (this.validUntil < day) return 'LAPSED';
    return this.nextReportDue < day ? 'DUE_REPORT' : 'ACTIVE';
  }
}
