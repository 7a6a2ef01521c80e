import type { SortColumn } from '@simpul/kit/database/page';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { DuplicateCandidateRow } from './duplicate-candidate.entity';
import type { DuplicateFilter } from './duplicate-candidate.input';

/** Most alike first. */
export const MOST_ALIKE: readonly SortColumn<DuplicateCandidateRow>[] = [
  { expression: 'candidate.likeness', of: ({ likeness }) => likeness, descending: true },
  { expression: 'candidate.id', of: ({ id }) => id },
];

export const duplicateCandidateRepository = {
  select(db: EntityManager, filter: DuplicateFilter): SelectQueryBuilder<DuplicateCandidateRow> {
    const query = db.createQueryBuilder(DuplicateCandidateRow, 'candidate');
    if (filter.status) query.andWhere('candidate.status = ANY(:status)', { status: filter.status });
    if (filter.acrossOffices != null) {
      query.andWhere('candidate.acrossOffices = :across', { across: filter.acrossOffices });
    }
    if (filter.person) {
      query.andWhere(
        'candidate.id IN (SELECT candidate_id FROM duplicate_of_person WHERE person_id = :person)',
        { person: filter.person },
      );
    }
    return query;
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<DuplicateCandidateRow[]> {
    return db.findBy(DuplicateCandidateRow, { id: In([...ids]) });
  },

  /** Pairs in which one of the people is, most alike first. */
  async findOfPeople(db: EntityManager, personIds: readonly string[]): Promise<DuplicateCandidateRow[]> {
    return db
      .createQueryBuilder(DuplicateCandidateRow, 'candidate')
      .where(
        'candidate.id IN (SELECT candidate_id FROM duplicate_of_person WHERE person_id = ANY(:personIds))',
        { personIds },
      )
      .orderBy({ 'candidate.likeness': 'DESC', 'candidate.id': 'ASC' })
      .getMany();
  },
};
