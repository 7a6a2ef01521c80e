import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('agreement_confirmation')
export class AgreementConfirmationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  agreementId!: string;

  /** Version that the word was given on. */
  @Column('integer')
  agreementVersion!: number;

  @Column('text')
  move!: string;

  @Column('text')
  terms!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('text')
  account!: string;

  @Column('text')
  role!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  confirmedAt!: Date;
}
