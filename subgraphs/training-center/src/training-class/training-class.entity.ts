import type { FundingSource } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClassStatus } from './training-class.type';

@Entity('training_class')
export class TrainingClassRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  programmeId!: string;

  @Column('text')
  name!: string;

  @Column('integer')
  seats!: number;

  @Column('integer')
  seatsTaken!: number;

  @Column('date', { nullable: true })
  startsOn!: string | null;

  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Column('text')
  status!: ClassStatus;

  @Column('uuid', { nullable: true })
  facilityId!: string | null;

  @Column('uuid', { nullable: true })
  allocationId!: string | null;

  @Column('uuid', { nullable: true })
  agreementId!: string | null;

  @Column('text', { nullable: true })
  funding!: FundingSource | null;

  @Column('numeric', { nullable: true })
  cost!: number | null;

  @Column('uuid', { nullable: true })
  requestId!: string | null;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}

/** A class as one of those that debit an allocation or a part of it: it stands once under each of them. */
@Entity('allocation_class')
export class AllocationClassRow extends TrainingClassRow {
  @PrimaryColumn('uuid')
  ancestorId!: string;
}
