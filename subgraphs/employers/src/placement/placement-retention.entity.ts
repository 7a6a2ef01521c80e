import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('retention_check')
export class RetentionCheckRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  placementId!: string;

  @PrimaryColumn('integer')
  months!: number;

  @Column('date')
  dueOn!: string;

  @Column('date', { nullable: true })
  checkedOn!: string | null;

  @Column('boolean', { nullable: true })
  employed!: boolean | null;
}
