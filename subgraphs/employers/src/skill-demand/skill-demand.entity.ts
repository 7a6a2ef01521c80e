import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SkillDemandStatus } from './skill-demand.type';

@Entity('skill_demand')
export class SkillDemandRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  employerId!: string | null;

  @Column('text', { nullable: true })
  occupationCode!: string | null;

  @Column('text', { array: true })
  competencyUnits!: string[];

  @Column('uuid', { nullable: true })
  programmeId!: string | null;

  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('integer')
  headcount!: number;

  @Column('date', { nullable: true })
  neededBy!: string | null;

  @Column('uuid', { nullable: true })
  agreementId!: string | null;

  @Column('text')
  status!: SkillDemandStatus;

  @Column('boolean')
  demo!: boolean;
}
