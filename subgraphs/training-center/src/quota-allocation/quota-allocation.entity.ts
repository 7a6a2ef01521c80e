import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuotaScope } from './quota-allocation.type';

@Entity('quota_allocation')
export class QuotaAllocationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Column('uuid', { nullable: true })
  agreementId!: string | null;

  @Column('uuid', { nullable: true })
  clauseId!: string | null;

  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('integer', { nullable: true })
  year!: number | null;

  @Column('text')
  scope!: QuotaScope;

  @Column('text', { nullable: true })
  condition!: string | null;

  @Column('uuid', { nullable: true })
  claimId!: string | null;

  @Column('text', { nullable: true })
  reading!: string | null;

  @Column('boolean')
  preferred!: boolean;

  @Column('integer', { nullable: true })
  seats!: number | null;

  @Column('integer', { nullable: true })
  reserved!: number | null;

  @Column('integer', { nullable: true })
  filled!: number | null;

  @Column('integer', { nullable: true })
  completed!: number | null;

  @Column('integer', { nullable: true })
  certified!: number | null;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
