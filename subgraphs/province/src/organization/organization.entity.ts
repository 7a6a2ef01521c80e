import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationKind } from './organization.type';

@Entity('organization')
export class OrganizationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  aliases!: string[];

  @Column('text')
  kind!: OrganizationKind;

  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Column('jsonb', { transformer: sourcesColumn })
  sources!: StoredSource[];

  @Column('boolean')
  demo!: boolean;
}
