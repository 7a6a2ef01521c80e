import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('office_holding')
export class OfficeHoldingRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  nameVariants!: string[];

  @Column('text')
  office!: string;

  @Column('date', { nullable: true })
  heldFrom!: string | null;

  @Column('date', { nullable: true })
  heldTo!: string | null;

  @Column('text', { array: true })
  seenOn!: string[];

  @Column('jsonb', { transformer: sourcesColumn })
  sources!: StoredSource[];
}
