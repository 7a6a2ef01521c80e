import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FollowUpOutcome, NominationStatus } from './nomination.type';

@Entity('nomination')
export class NominationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid', { nullable: true })
  allocationId!: string | null;

  @Column('uuid', { nullable: true })
  classId!: string | null;

  @Column('uuid', { nullable: true })
  agreementId!: string | null;

  @Column('uuid')
  officeId!: string;

  @Column('text', { nullable: true })
  districtCode!: string | null;

  @Column('text')
  status!: NominationStatus;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('date')
  nominatedOn!: string;

  @Column('text', { nullable: true })
  followUp!: FollowUpOutcome | null;

  @Column('date', { nullable: true })
  followedUpOn!: string | null;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
