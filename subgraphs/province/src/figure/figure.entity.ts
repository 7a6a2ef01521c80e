import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Rows of the view that gathers the claims about one property of one matter, with the newest choice among them. */
@Entity('figure')
export class FigureRow {
  @PrimaryColumn('text')
  subject!: string;

  @PrimaryColumn('text')
  predicate!: string;

  @Column('boolean')
  conflicting!: boolean;

  @Column('uuid', { nullable: true })
  preferredClaimId!: string | null;

  @Column('uuid', { nullable: true })
  preferredById!: string | null;

  @Column('timestamptz', { nullable: true })
  preferredAt!: Date | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}

@Entity('figure_choice')
export class FigureChoiceRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  predicate!: string;

  @Column('uuid')
  claimId!: string;

  @Column('uuid')
  byOrganizationId!: string;

  @Column('timestamptz')
  chosenAt!: Date;

  @Column('text')
  reason!: string;
}
