import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementForm, AgreementStatus } from './agreement.type';

@Entity('agreement')
export class AgreementRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  documentNumber!: string | null;

  @Column('text')
  form!: AgreementForm;

  /** As last recorded; what it is on a day, the policy tells. */
  @Column('text')
  status!: AgreementStatus;

  @Column('date', { nullable: true })
  plannedSigningOn!: string | null;

  @Column('date', { nullable: true })
  signedOn!: string | null;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('date', { nullable: true })
  effectiveFrom!: string | null;

  @Column('date', { nullable: true })
  expiresOn!: string | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('uuid', { nullable: true })
  followsUpId!: string | null;

  @Column('jsonb', { transformer: sourcesColumn })
  sources!: StoredSource[];

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
