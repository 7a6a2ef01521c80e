import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SourceColumns } from './claim-source.entity';
import type { ClaimStatus } from './claim.type';

/** Rows of the view that adds to each claim where it stands. */
@Entity('claim_standing')
export class ClaimRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** Rises with each claim recorded. */
  @Column('integer')
  recorded!: number;

  @Column('text')
  subject!: string;

  @Column('text')
  predicate!: string;

  @Column('text')
  value!: string;

  @Column('numeric', { nullable: true })
  number!: number | null;

  @Column('text', { nullable: true })
  unit!: string | null;

  @Column('text', { nullable: true })
  period!: string | null;

  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('uuid', { nullable: true })
  agreementId!: string | null;

  @Column(() => SourceColumns)
  source!: SourceColumns;

  @Column('text', { nullable: true })
  assertedBy!: string | null;

  @Column('uuid', { nullable: true })
  assertedByOrganizationId!: string | null;

  @Column('date', { nullable: true })
  assertedOn!: string | null;

  @Column('text')
  status!: ClaimStatus;

  @Column('boolean')
  demo!: boolean;
}
