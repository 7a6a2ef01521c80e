import { type EntityManager, In } from 'typeorm';
import { CompetencyUnitRow } from './competency-unit.entity';

/** A unit as one of those that a programme teaches. */
export interface TaughtUnit extends CompetencyUnitRow {
  readonly programmeId: string;
}

export const competencyUnitRepository = {
  async findByCodes(db: EntityManager, codes: readonly string[]): Promise<CompetencyUnitRow[]> {
    return db.findBy(CompetencyUnitRow, { code: In([...codes]) });
  },

  async findTaught(db: EntityManager, programmeIds: readonly string[]): Promise<TaughtUnit[]> {
    return db.query(
      `SELECT link.programme_id AS "programmeId", unit.code, unit.title, unit.version
       FROM programme_unit link JOIN competency_unit unit ON unit.code = link.unit_code
       WHERE link.programme_id = ANY ($1) ORDER BY unit.code`,
      [programmeIds],
    );
  },
};
