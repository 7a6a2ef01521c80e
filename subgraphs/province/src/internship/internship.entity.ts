import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GuardianConsentStatus, InternshipStatus } from './internship.type';

@Entity('internship')
export class InternshipRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  studentId!: string | null;

  @Column('text')
  schoolNpsn!: string;

  @Column('uuid', { nullable: true })
  employerId!: string | null;

  @Column('uuid', { nullable: true })
  facilityId!: string | null;

  @Column('text', { nullable: true })
  occupationCode!: string | null;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('text')
  status!: InternshipStatus;

  @Column('boolean')
  minor!: boolean;

  @Column('text')
  guardianConsent!: GuardianConsentStatus;

  @Column('date', { nullable: true })
  guardianConsentOn!: string | null;

  @Column('boolean')
  certificationPlanned!: boolean;

  @Column('uuid', { nullable: true })
  certificateId!: string | null;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
