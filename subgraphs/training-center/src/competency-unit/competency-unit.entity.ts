import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('competency_unit')
export class CompetencyUnitRow {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  title!: string;

  @Column('text')
  version!: string;
}
