import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One side's word for a grant. */
@Entity('data_grant_countersignature')
export class DataGrantCountersignatureRow {
  @PrimaryColumn('uuid')
  grantId!: string;

  @PrimaryColumn('uuid')
  organizationId!: string;

  @Column('text')
  account!: string;

  @Column('text')
  role!: string;

  @Column('timestamptz')
  confirmedAt!: Date;

  /** Detached JWS over the canonical grant by a key of the organisation; null: it has confirmed and not signed. */
  @Column('text', { nullable: true })
  signature!: string | null;
}
