import { type EntityManager, In } from 'typeorm';
import { AgreementActivityRow, AgreementPlacementRow } from './agreement-activity.entity';

export const agreementActivityRepository = {
  async findByAgreements(db: EntityManager, ids: readonly string[]): Promise<AgreementActivityRow[]> {
    return db.findBy(AgreementActivityRow, { agreementId: In([...ids]) });
  },

  async findPlacements(db: EntityManager, ids: readonly string[]): Promise<AgreementPlacementRow[]> {
    return db.find(AgreementPlacementRow, {
      where: { agreementId: In([...ids]) },
      order: { scheme: 'ASC' },
    });
  },

  /** As of when the echo stands; null while nobody has told anything. */
  async findLatest(db: EntityManager): Promise<Date | null> {
    const [row]: { latest: Date | null }[] = await db.query(
      'SELECT max(as_of) AS latest FROM agreement_activity',
    );
    return row?.latest ?? null;
  },
};
