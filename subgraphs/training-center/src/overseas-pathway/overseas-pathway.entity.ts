import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import type { FundingSource, PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('overseas_pathway')
export class OverseasPathwayRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text', { nullable: true })
  scheme!: PlacementScheme | null;

  @Column('uuid', { nullable: true })
  partnerId!: string | null;

  @Column('text', { array: true })
  funding!: FundingSource[];

  @Column('jsonb', { transformer: sourcesColumn })
  sources!: StoredSource[];

  @Column('boolean')
  demo!: boolean;
}
