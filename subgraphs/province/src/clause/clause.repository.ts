import { type EntityManager, In } from 'typeorm';
import { ClauseRow } from './clause.entity';

export const clauseRepository = {
  async findByIds(db: EntityManager, ids: readonly string[]): Promise<ClauseRow[]> {
    return db.findBy(ClauseRow, { id: In([...ids]) });
  },

  /** In the order of the document. */
  async findByAgreements(db: EntityManager, ids: readonly string[]): Promise<ClauseRow[]> {
    return db.find(ClauseRow, { where: { agreementId: In([...ids]) }, order: { position: 'ASC' } });
  },
};
