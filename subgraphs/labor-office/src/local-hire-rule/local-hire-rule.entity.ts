import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalHireDenominator, RuleStatus } from './local-hire-rule.type';

@Entity('local_hire_rule')
export class LocalHireRuleRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  regionCode!: string;

  @Column('text')
  title!: string;

  @Column('text')
  version!: string;

  @Column('numeric', { nullable: true })
  threshold!: number | null;

  @Column('text')
  status!: RuleStatus;

  @Column('date', { nullable: true })
  effectiveFrom!: string | null;

  @Column('text')
  numerator!: string;

  @Column('text', { nullable: true })
  denominator!: LocalHireDenominator | null;

  @Column('text', { array: true })
  exemptions!: string[];

  @Column('jsonb', { transformer: sourcesColumn })
  sources!: StoredSource[];

  @Column('boolean')
  demo!: boolean;
}
