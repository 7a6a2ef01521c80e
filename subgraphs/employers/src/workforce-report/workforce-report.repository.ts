import type { SortColumn } from '@simpul/kit/database/page';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { WorkforceReportRow } from './workforce-report.entity';

/** Newest first, by the period that is reported. */
export const NEWEST_REPORT: readonly SortColumn<WorkforceReportRow>[] = [
  { expression: 'report.periodTo', of: ({ periodTo }) => periodTo, descending: true },
  { expression: 'report.submittedAt', of: ({ submittedAt }) => submittedAt.toISOString(), descending: true },
  { expression: 'report.id', of: ({ id }) => id },
];

export const workforceReportRepository = {
  select(db: EntityManager, since: string | null): SelectQueryBuilder<WorkforceReportRow> {
    const query = db.createQueryBuilder(WorkforceReportRow, 'report');
    return since === null ? query : query.andWhere('report.periodTo >= :since', { since });
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<WorkforceReportRow[]> {
    return db.findBy(WorkforceReportRow, { id: In([...ids]) });
  },

  async findNewestOfEmployers(db: EntityManager, ids: readonly string[]): Promise<WorkforceReportRow[]> {
    return db
      .createQueryBuilder(WorkforceReportRow, 'report')
      .distinctOn(['report.employerId'])
      .where('report.employerId = ANY(:ids)', { ids })
      .orderBy('report.employerId')
      .addOrderBy('report.periodTo', 'DESC')
      .addOrderBy('report.submittedAt', 'DESC')
      .addOrderBy('report.id')
      .getMany();
  },
};
