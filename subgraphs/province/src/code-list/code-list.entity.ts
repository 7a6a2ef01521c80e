import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Official lists of codes, by the names that they go by. */
export type ListName = 'KBJI' | 'KBLI';

@Entity('listed_code')
export class ListedCodeRow {
  @PrimaryColumn('text')
  list!: ListName;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  version!: string;

  @Column('text', { nullable: true })
  parentCode!: string | null;

  /** Of occupations only. */
  @Column('text', { nullable: true })
  iscoCode!: string | null;
}
