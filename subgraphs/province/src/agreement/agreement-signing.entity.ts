import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SignatoryCapacity, WitnessRole } from './agreement-signing.type';

@Entity('agreement_signatory')
export class SignatoryRow {
  @PrimaryColumn('uuid')
  agreementId!: string;

  @PrimaryColumn('integer')
  position!: number;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  office!: string | null;

  @Column('uuid')
  organizationId!: string;

  @Column('text', { nullable: true })
  capacity!: SignatoryCapacity | null;

  @Column('boolean', { nullable: true })
  powerOfAttorney!: boolean | null;

  @Column('jsonb', { transformer: sourcesColumn })
  sources!: StoredSource[];
}

@Entity('agreement_witness')
export class WitnessRow {
  @PrimaryColumn('uuid')
  agreementId!: string;

  @PrimaryColumn('integer')
  position!: number;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  office!: string | null;

  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  @Column('text')
  role!: WitnessRole;

  @Column('jsonb', { transformer: sourcesColumn })
  sources!: StoredSource[];
}
