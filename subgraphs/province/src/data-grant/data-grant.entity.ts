import type { LegalBasis, PersonalDataCategory, Purpose } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('data_grant')
export class DataGrantRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  agreementId!: string;

  @Column('uuid', { nullable: true })
  clauseId!: string | null;

  @Column('uuid')
  providerId!: string;

  @Column('uuid')
  recipientId!: string;

  @Column('text', { array: true })
  categories!: PersonalDataCategory[];

  @Column('text', { array: true })
  purposes!: Purpose[];

  @Column('text', { array: true })
  regionCodes!: string[];

  @Column('boolean')
  onlyUnderAgreement!: boolean;

  @Column('text', { array: true })
  fields!: string[];

  @Column('text')
  legalBasis!: LegalBasis;

  @Column('integer', { nullable: true })
  retentionDays!: number | null;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { nullable: true })
  revokedById!: string | null;

  @Column('text', { nullable: true })
  revocationReason!: string | null;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
