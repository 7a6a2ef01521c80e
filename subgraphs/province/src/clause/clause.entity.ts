import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClauseKind } from './clause.type';

@Entity('clause')
export class ClauseRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  agreementId!: string;

  @Column('integer')
  position!: number;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('text')
  kind!: ClauseKind;

  @Column('text')
  title!: string;

  @Column('boolean')
  demo!: boolean;
}
