import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditAction } from './audit-record';

/** A stored record of access, as it is read. */
@Entity('audit_record')
export class AuditRecordRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  action!: AuditAction;

  @Column('text')
  requestId!: string;

  @Column('text')
  subject!: string;

  @Column('text', { nullable: true })
  organization!: string | null;

  @Column('text', { nullable: true })
  office!: string | null;

  @Column('text', { nullable: true })
  employer!: string | null;

  @Column('text', { array: true })
  roles!: string[];

  @Column('text', { nullable: true })
  purpose!: string | null;

  @Column('text', { nullable: true })
  agreement!: string | null;

  @Column('text', { nullable: true })
  grantId!: string | null;

  @Column('integer', { nullable: true })
  grantVersion!: number | null;

  @Column('text')
  type!: string;

  @Column('text', { array: true })
  fields!: string[];

  @Column('boolean')
  masked!: boolean;

  @Column('uuid', { array: true })
  people!: string[];

  @Column('uuid', { array: true })
  reports!: string[];
}
