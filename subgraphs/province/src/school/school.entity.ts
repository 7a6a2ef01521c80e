import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SchoolKind } from './school.type';

@Entity('school')
export class SchoolRow {
  @PrimaryColumn('text')
  npsn!: string;

  @Column('boolean')
  npsnProvisional!: boolean;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: SchoolKind;

  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('uuid', { nullable: true })
  hostedAtId!: string | null;

  @Column('integer', { nullable: true })
  studyGroups!: number | null;

  @Column('jsonb', { transformer: sourcesColumn })
  sources!: StoredSource[];

  @Column('boolean')
  demo!: boolean;
}
