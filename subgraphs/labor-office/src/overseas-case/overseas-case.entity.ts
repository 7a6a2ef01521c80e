import type { FundingSource } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OverseasStage } from './overseas-case.type';

@Entity('overseas_case')
export class OverseasCaseRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  scheme!: 'MAGANG_LN' | 'PMI';

  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text')
  stage!: OverseasStage;

  @Column('date')
  stageSince!: string;

  @Column('text', { nullable: true })
  funding!: FundingSource | null;

  @Column('uuid', { nullable: true })
  pathwayId!: string | null;

  @Column('uuid', { nullable: true })
  agreementId!: string | null;

  @Column('uuid', { nullable: true })
  allocationId!: string | null;

  @Column('date')
  openedOn!: string;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
