import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { PartyRole } from './agreement-party.type';
import { AgreementRow } from './agreement.entity';

/** An organisation in an agreement, with the one it belongs to. */
export interface Part {
  readonly organizationId: string;
  readonly role: PartyRole;
  readonly parentId: string | null;
}

@Entity('agreement_party')
export class AgreementPartyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  agreementId!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  role!: PartyRole;

  @Column('jsonb', { transformer: sourcesColumn })
  sources!: StoredSource[];

  /** Joined for the agreements of an organisation only. */
  @ManyToOne(() => AgreementRow)
  @JoinColumn({ name: 'agreement_id' })
  agreement?: Relation<AgreementRow>;
}
