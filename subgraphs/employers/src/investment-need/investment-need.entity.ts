import type { SourceKind } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('investment_need')
export class InvestmentNeedRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  employerId!: string | null;

  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('text', { nullable: true })
  industryCode!: string | null;

  @Column('text', { nullable: true })
  occupationCode!: string | null;

  @Column('integer', { nullable: true })
  headcount!: number | null;

  @Column('date', { nullable: true })
  neededBy!: string | null;

  @Column('text')
  sourceName!: string;

  @Column('text')
  sourceKind!: SourceKind;

  @Column('text', { nullable: true })
  sourceTitle!: string | null;

  @Column('text', { nullable: true })
  sourceUrl!: string | null;

  @Column('date', { nullable: true })
  sourcePublishedOn!: string | null;

  @Column('boolean')
  demo!: boolean;
}
