import type { SortColumn } from '@simpul/kit/database/page';
import { whereWithin } from '@simpul/kit/database/region-filter';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { TrainingRequestRow } from './training-request.entity';
import type { RequestTrainingInput, TrainingRequestFilter } from './training-request.input';

/** Newest first. */
export const NEWEST_REQUEST: readonly SortColumn<TrainingRequestRow>[] = [
  { expression: 'request.submittedOn', of: ({ submittedOn }) => submittedOn, descending: true },
  { expression: 'request.id', of: ({ id }) => id },
];

export const trainingRequestRepository = {
  select(db: EntityManager, filter: TrainingRequestFilter): SelectQueryBuilder<TrainingRequestRow> {
    const query = db.createQueryBuilder(TrainingRequestRow, 'request');
    const { status, employer, requestedBy, withoutClass } = filter;
    if (status) query.andWhere('request.status = ANY (:status)', { status });
    if (employer) query.andWhere('request.employerId = :employer', { employer });
    if (requestedBy) query.andWhere('request.requestedById = :requestedBy', { requestedBy });
    if (withoutClass != null) {
      const opened = 'EXISTS (SELECT 1 FROM training_class class WHERE class.request_id = request.id)';
      query.andWhere(withoutClass ? `NOT ${opened}` : opened);
    }
    return whereWithin(query, 'request.regionCode', filter.region);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<TrainingRequestRow[]> {
    return db.findBy(TrainingRequestRow, { id: In([...ids]) });
  },

  async findByDemands(db: EntityManager, demandIds: readonly string[]): Promise<TrainingRequestRow[]> {
    return db.find(TrainingRequestRow, {
      where: { demandId: In([...demandIds]) },
      order: { submittedOn: 'DESC', id: 'ASC' },
    });
  },

  /** Whether a request of the same employer or for the same demand is one of the demonstration. */
  async isDemo(
    db: EntityManager,
    { employer, demand }: Pick<RequestTrainingInput, 'employer' | 'demand'>,
  ): Promise<boolean> {
    const sameAs = [employer && { employerId: employer }, demand && { demandId: demand }];
    const where = sameAs.flatMap((same) => (same ? [{ ...same, demo: true }] : []));
    return where.length > 0 && db.existsBy(TrainingRequestRow, where);
  },

  /** Adds a request; answers instead the id of the one that is under way for the same demand, if there is one. */
  async add(db: EntityManager, row: TrainingRequestRow): Promise<string | null> {
    const inserted = await db
      .createQueryBuilder()
      .insert()
      .into(TrainingRequestRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length > 0) return null;
    const [live]: { id: string }[] = await db.query(
      `SELECT id FROM training_request WHERE demand_id = $1 AND status IN ('SUBMITTED', 'PROPOSED', 'ACCEPTED')`,
      [row.demandId],
    );
    if (!live) throw new Error('A request was not added, and none is under way.');
    return live.id;
  },
};
