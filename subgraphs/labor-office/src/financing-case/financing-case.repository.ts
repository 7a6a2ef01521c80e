import { type EntityManager, In } from 'typeorm';
import { FinancingCaseRow } from './financing-case.entity';

export const financingCaseRepository = {
  async findByIds(db: EntityManager, ids: readonly string[]): Promise<FinancingCaseRow[]> {
    return db.findBy(FinancingCaseRow, { id: In([...ids]) });
  },

  /** Newest first. */
  async findOfPeople(db: EntityManager, personIds: readonly string[]): Promise<FinancingCaseRow[]> {
    return db.find(FinancingCaseRow, {
      where: { personId: In([...personIds]) },
      order: { appliedOn: 'DESC', id: 'ASC' },
    });
  },

  /** Oldest first, so that of several the newest is the one that a map by case keeps. */
  async findOfOverseasCases(db: EntityManager, caseIds: readonly string[]): Promise<FinancingCaseRow[]> {
    return db.find(FinancingCaseRow, {
      where: { overseasCaseId: In([...caseIds]) },
      order: { appliedOn: 'ASC', id: 'ASC' },
    });
  },
};
