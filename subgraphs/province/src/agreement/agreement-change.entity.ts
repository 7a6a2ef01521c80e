import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementStatus } from './agreement.type';

@Entity('agreement_change')
export class AgreementChangeRow {
  @PrimaryColumn('uuid')
  agreementId!: string;

  /** Version of the agreement that the change made. */
  @PrimaryColumn('integer')
  version!: number;

  @Column('text', { nullable: true })
  fromStatus!: AgreementStatus | null;

  @Column('text')
  toStatus!: AgreementStatus;

  @Column('timestamptz')
  changedAt!: Date;

  @Column('uuid', { nullable: true })
  byOrganizationId!: string | null;

  /** Role of the account that recorded it; null: loaded. */
  @Column('text', { nullable: true })
  byRole!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
