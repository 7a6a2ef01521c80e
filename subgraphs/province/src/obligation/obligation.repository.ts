import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ObligationRow } from './obligation.entity';

export const obligationRepository = {
  async findByAgreements(db: EntityManager, ids: readonly string[]): Promise<ObligationRow[]> {
    return inDocumentOrder(db).where('clause.agreementId IN (:...ids)', { ids }).getMany();
  },

  async findByClauses(db: EntityManager, ids: readonly string[]): Promise<ObligationRow[]> {
    return inDocumentOrder(db).where('obligation.clauseId IN (:...ids)', { ids }).getMany();
  },
};

function inDocumentOrder(db: EntityManager): SelectQueryBuilder<ObligationRow> {
  return db
    .createQueryBuilder(ObligationRow, 'obligation')
    .innerJoinAndSelect('obligation.clause', 'clause')
    .orderBy('clause.position')
    .addOrderBy('obligation.position');
}
