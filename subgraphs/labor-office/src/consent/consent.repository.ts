import { type EntityManager, In } from 'typeorm';
import { ConsentRow } from './consent.entity';

export const consentRepository = {
  async findByIds(db: EntityManager, ids: readonly string[]): Promise<ConsentRow[]> {
    return db.findBy(ConsentRow, { id: In([...ids]) });
  },

  /** Newest first. */
  async findOfPeople(db: EntityManager, personIds: readonly string[]): Promise<ConsentRow[]> {
    return db.find(ConsentRow, {
      where: { personId: In([...personIds]) },
      order: { givenAt: 'DESC', id: 'ASC' },
    });
  },

  async add(db: EntityManager, row: Omit<ConsentRow, 'statusOn'>): Promise<void> {
    await db.insert(ConsentRow, row);
  },

  /** A consent that nobody else changes until the transaction ends. */
  async lock(db: EntityManager, id: string): Promise<ConsentRow | null> {
    return db.findOne(ConsentRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  },

  async withdraw(db: EntityManager, id: string, withdrawnAt: Date): Promise<void> {
    await db.update(ConsentRow, { id }, { withdrawnAt });
  },
};
