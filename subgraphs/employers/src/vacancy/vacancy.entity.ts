import type { EducationLevel, PlacementScheme, Sex } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportingStatus, VacancySource, VacancyStatus } from './vacancy.type';

@Entity('vacancy')
export class VacancyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  employerId!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  occupationCode!: string | null;

  @Column('integer')
  openings!: number;

  @Column('integer')
  filled!: number;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('integer', { nullable: true })
  minAge!: number | null;

  @Column('integer', { nullable: true })
  maxAge!: number | null;

  @Column('text', { nullable: true })
  sex!: Sex | null;

  @Column('text', { nullable: true })
  education!: EducationLevel | null;

  @Column('text', { array: true })
  skills!: string[];

  @Column('text', { array: true })
  competencyUnits!: string[];

  @Column('integer', { nullable: true })
  experienceMonths!: number | null;

  @Column('numeric', { nullable: true })
  wageFrom!: number | null;

  @Column('numeric', { nullable: true })
  wageTo!: number | null;

  @Column('text', { nullable: true })
  workRegionCode!: string | null;

  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text')
  scheme!: PlacementScheme;

  @Column('text')
  status!: VacancyStatus;

  @Column('text')
  source!: VacancySource;

  @Column('text')
  reportingStatus!: ReportingStatus;

  @Column('text', { nullable: true })
  reportingReceipt!: string | null;

  @Column('timestamptz', { nullable: true })
  reportedAt!: Date | null;

  @Column('uuid', { array: true })
  reportedTo!: string[];

  @Column('text', { array: true })
  reportingMissing!: string[];

  @Column('timestamptz', { nullable: true })
  filledReportedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz')
  postedAt!: Date;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
