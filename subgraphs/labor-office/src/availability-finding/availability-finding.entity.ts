import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AvailabilityResult } from './availability-finding.type';

@Entity('availability_finding')
export class AvailabilityFindingRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  occupationCode!: string;

  @Column('text', { array: true })
  competencyUnits!: string[];

  @Column('text')
  regionCode!: string;

  @Column('uuid', { nullable: true })
  employerId!: string | null;

  @Column('uuid', { nullable: true })
  vacancyId!: string | null;

  @Column('text')
  result!: AvailabilityResult;

  @Column('integer', { nullable: true })
  candidatesFound!: number | null;

  @Column('integer', { nullable: true })
  daysAdvertised!: number | null;

  @Column('date')
  foundOn!: string;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('uuid')
  officeId!: string;

  @Column('boolean')
  demo!: boolean;
}
