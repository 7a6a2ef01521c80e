import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VacancyRow } from './vacancy.entity';

/** A competency unit that a vacancy wants. */
@Entity('vacancy_unit')
export class VacancyUnitRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  unitCode!: string;

  @Column('uuid')
  vacancyId!: string;

  /** Joined where a unit's vacancies are asked for; not a column. */
  vacancy!: VacancyRow;
}
