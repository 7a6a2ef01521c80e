import { type EntityManager, In } from 'typeorm';
import { ConsentRow } from './consent.entity';

export const consentRepository = {
  /** Newest first. */
  async findOfPeople(db: EntityManager, personIds: readonly string[]): Promise<ConsentRow[]> {
    return db.find(ConsentRow, {
      where: { personId: In([...personIds]) },
      order: { givenAt: 'DESC', id: 'ASC' },
    });
  },
};
