import type { EducationLevel, Sex } from '@simpul/kit/graphql/shared-enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JourneyStage } from '../journey/journey.type';

@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('date', { nullable: true })
  birthDate!: string | null;

  @Column('text', { nullable: true })
  sex!: Sex | null;

  @Column('text', { nullable: true })
  education!: EducationLevel | null;

  @Column('boolean', { nullable: true })
  disability!: boolean | null;

  @Column('text', { nullable: true })
  domicileRegionCode!: string | null;

  @Column('text', { nullable: true })
  domicileAddress!: string | null;

  @Column('uuid', { nullable: true })
  domicileVerifiedBy!: string | null;

  @Column('date', { nullable: true })
  domicileVerifiedOn!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('uuid')
  officeId!: string;

  @Column('text')
  stage!: JourneyStage;

  @Column('date')
  stageSince!: string;

  @Column('boolean')
  siapkerja!: boolean;

  @Column('smallint')
  officeCount!: number;

  @Column('date', { nullable: true })
  registeredUntil!: string | null;

  @Column('integer')
  version!: number;

  @Column('boolean')
  demo!: boolean;
}
