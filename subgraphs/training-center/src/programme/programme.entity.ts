import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import type { FundingSource } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProgrammeKind } from './programme.type';

@Entity('programme')
export class ProgrammeRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: ProgrammeKind;

  @Column('text')
  field!: string;

  @Column('text', { nullable: true })
  method!: string | null;

  @Column('integer', { nullable: true })
  kkni!: number | null;

  @Column('boolean', { nullable: true })
  free!: boolean | null;

  @Column('text', { array: true })
  funding!: FundingSource[];

  @Column('integer', { nullable: true })
  hours!: number | null;

  @Column('jsonb', { transformer: sourcesColumn })
  sources!: StoredSource[];

  @Column('boolean')
  demo!: boolean;
}
