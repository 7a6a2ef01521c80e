import type { EducationLevel, PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DestinationArea, PlacementChannel } from './placement.type';

@Entity('placement')
export class PlacementRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  employerId!: string | null;

  @Column('uuid', { nullable: true })
  vacancyId!: string | null;

  @Column('uuid', { nullable: true })
  programmeId!: string | null;

  @Column('uuid', { nullable: true })
  trainingClassId!: string | null;

  @Column('uuid', { nullable: true })
  agreementId!: string | null;

  @Column('uuid', { nullable: true })
  allocationId!: string | null;

  @Column('text', { nullable: true })
  occupationCode!: string | null;

  @Column('text')
  scheme!: PlacementScheme;

  @Column('text', { nullable: true })
  channel!: PlacementChannel | null;

  @Column('text')
  area!: DestinationArea;

  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('text')
  country!: string;

  @Column('text', { nullable: true })
  originRegionCode!: string | null;

  @Column('text', { nullable: true })
  education!: EducationLevel | null;

  @Column('date')
  startsOn!: string;

  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
