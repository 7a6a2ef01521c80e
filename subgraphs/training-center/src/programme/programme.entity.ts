import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import type { FundingSource } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn, VirtualColumn } from 'typeorm';
import type { ProgrammeKind } from './programme.type';

const LINKS = ['programme_unit', 'programme_occupation', 'programme_facility'] as const;

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

  /** A recorded programme shows demonstration data once demo rows say what it teaches, leads to or needs. */
  @VirtualColumn({
    type: 'boolean',
    query: (programme) => {
      const links = LINKS.map(
        (link) =>
          `EXISTS (SELECT 1 FROM ${link} link WHERE link.programme_id = ${programme}.id AND link.demo)`,
      );
      return [`${programme}.demo`, ...links].join(' OR ');
    },
  })
  demo!: boolean;
}
