import { type StoredSource, sourcesColumn } from '@simpul/kit/database/sources';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ClauseRow } from '../clause/clause.entity';

@Entity('obligation')
export class ObligationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  clauseId!: string;

  @Column('integer')
  position!: number;

  @Column('uuid')
  obligorId!: string;

  @Column('text')
  duty!: string;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('date', { nullable: true })
  fulfilledOn!: string | null;

  @Column('boolean')
  waived!: boolean;

  @Column('jsonb', { transformer: sourcesColumn })
  evidence!: StoredSource[];

  @Column('boolean')
  demo!: boolean;

  /** Joined to tell the agreement of a duty. */
  @ManyToOne(() => ClauseRow)
  @JoinColumn({ name: 'clause_id' })
  clause?: Relation<ClauseRow>;
}
