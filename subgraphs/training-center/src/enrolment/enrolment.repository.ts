import type { SortColumn } from '@simpul/kit/database/page';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { EnrolmentRow, EnrolmentStageChangeRow } from './enrolment.entity';
import type { EnrolmentStage } from './enrolment.type';

/** Seats first, then the waiting list in its order. */
export const WAITING_LAST: readonly SortColumn<EnrolmentRow>[] = [
  { expression: 'enrolment.waitingPosition', of: ({ waitingPosition }) => waitingPosition, whenNull: 0 },
  { expression: 'enrolment.id', of: ({ id }) => id },
];

export const enrolmentRepository = {
  select(db: EntityManager, stage: readonly EnrolmentStage[] | null): SelectQueryBuilder<EnrolmentRow> {
    const query = db.createQueryBuilder(EnrolmentRow, 'enrolment');
    return stage ? query.andWhere('enrolment.stage = ANY (:stage)', { stage }) : query;
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<EnrolmentRow[]> {
    return db.findBy(EnrolmentRow, { id: In([...ids]) });
  },

  async findByPeople(
    db: EntityManager,
    people: readonly string[],
    stage: readonly EnrolmentStage[] | null,
  ): Promise<EnrolmentRow[]> {
    return enrolmentRepository
      .select(db, stage)
      .andWhere('enrolment.personId IN (:...people)', { people })
      .orderBy('enrolment.enteredOn', 'DESC')
      .addOrderBy('enrolment.id')
      .getMany();
  },

  async findStageChanges(
    db: EntityManager,
    enrolmentIds: readonly string[],
  ): Promise<EnrolmentStageChangeRow[]> {
    return db.find(EnrolmentStageChangeRow, {
      where: { enrolmentId: In([...enrolmentIds]) },
      order: { number: 'ASC' },
    });
  },
};
