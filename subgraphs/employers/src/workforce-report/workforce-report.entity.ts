import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('workforce_report')
export class WorkforceReportRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  employerId!: string;

  @Column('text', { nullable: true })
  site!: string | null;

  @Column('text', { nullable: true })
  wlkpNumber!: string | null;

  @Column('date')
  periodFrom!: string;

  @Column('date')
  periodTo!: string;

  @Column('integer', { nullable: true })
  total!: number | null;

  @Column('integer', { nullable: true })
  needed!: number | null;

  @Column('integer', { nullable: true })
  newHires!: number | null;

  @Column('jsonb')
  localByRegion!: unknown;

  @Column('timestamptz')
  submittedAt!: Date;

  @Column('boolean')
  demo!: boolean;
}
