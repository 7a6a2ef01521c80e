import { type EntityManager, In } from 'typeorm';
import { NominationRow } from './nomination.entity';

export const nominationRepository = {
  async findByIds(db: EntityManager, ids: readonly string[]): Promise<NominationRow[]> {
    return db.findBy(NominationRow, { id: In([...ids]) });
  },

  /** Newest first. */
  async findOfPeople(db: EntityManager, personIds: readonly string[]): Promise<NominationRow[]> {
    return db.find(NominationRow, {
      where: { personId: In([...personIds]) },
      order: { nominatedOn: 'DESC', id: 'ASC' },
    });
  },
};
