import { type EntityManager, In } from 'typeorm';
import { AvailabilityFindingRow } from './availability-finding.entity';

export const availabilityFindingRepository = {
  async findByIds(db: EntityManager, ids: readonly string[]): Promise<AvailabilityFindingRow[]> {
    return db.findBy(AvailabilityFindingRow, { id: In([...ids]) });
  },

  /** Newest first. */
  async findOfVacancies(db: EntityManager, ids: readonly string[]): Promise<AvailabilityFindingRow[]> {
    return db.find(AvailabilityFindingRow, {
      where: { vacancyId: In([...ids]) },
      order: { foundOn: 'DESC', id: 'ASC' },
    });
  },

  /** Proofs that a qualification is missing that may be relied on on a day, newest first. */
  async findProofsOfEmployers(
    db: EntityManager,
    ids: readonly string[],
    day: string,
  ): Promise<AvailabilityFindingRow[]> {
    return db
      .createQueryBuilder(AvailabilityFindingRow, 'finding')
      .where("finding.employerId = ANY(:ids) AND finding.result = 'UNAVAILABLE'", { ids })
      .andWhere('finding.foundOn <= :day AND (finding.validUntil IS NULL OR finding.validUntil >= :day)', {
        day,
      })
      .orderBy({ 'finding.foundOn': 'DESC', 'finding.id': 'ASC' })
      .getMany();
  },
};
