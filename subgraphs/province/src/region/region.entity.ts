import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegionLevel } from './region.type';

@Entity('region')
export class RegionRow {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  level!: RegionLevel;

  @Column('text', { nullable: true })
  parentCode!: string | null;

  @Column('text', { nullable: true })
  bpsCode!: string | null;
}
