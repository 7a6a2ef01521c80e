import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who fits a vacancy. No table of this name exists: each select brings it along as a common table expression. */
@Entity('match_candidate')
export class MatchRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  vacancyId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text', { array: true })
  matchedUnits!: string[];

  /** How many of the wanted units are proven. */
  @Column('integer')
  matched!: number;

  /** City or regency of residence. */
  @Column('text', { nullable: true })
  regionCode!: string | null;

  /** 0 to 3, as the values of MatchDistance follow each other. */
  @Column('integer')
  distance!: number;

  @Column('date', { nullable: true })
  certifiedUntil!: string | null;

  @Column('boolean')
  demo!: boolean;
}
