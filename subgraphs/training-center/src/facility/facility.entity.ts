import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FacilityCapability } from './facility.type';

@Entity('facility')
export class FacilityRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  capabilities!: FacilityCapability[];

  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('uuid', { array: true })
  claimIds!: string[];

  @Column('jsonb', { transformer: sourcesColumn })
  sources!: StoredSource[];

  @Column('boolean')
  demo!: boolean;
}
