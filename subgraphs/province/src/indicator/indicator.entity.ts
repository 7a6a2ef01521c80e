import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SourceColumns } from '../claim/claim-source.entity';
import type { IndicatorKind } from './indicator.type';

@Entity('indicator')
export class IndicatorRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: IndicatorKind;

  @Column('text')
  regionCode!: string;

  @Column('text')
  period!: string;

  @Column('date', { nullable: true })
  periodEndsOn!: string | null;

  @Column('numeric', { nullable: true })
  value!: number | null;

  @Column('text')
  unit!: string;

  @Column('text')
  method!: string;

  @Column(() => SourceColumns)
  source!: SourceColumns;
}
