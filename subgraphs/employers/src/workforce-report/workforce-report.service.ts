import { oneEach, pageOf } from '@simpul/kit/context/batch';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { WorkforceReportRow } from './workforce-report.entity';
import { NEWEST_REPORT, workforceReportRepository } from './workforce-report.repository';

/** The page of reports that each of several employers is asked for. */
interface ReportsAsked {
  readonly since: string | null;
  readonly page: PageArguments;
}

export const workforceReportService = {
  async read(ctx: RequestContext, id: string): Promise<WorkforceReportRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(reportsById, id);
  },

  async latestOfEmployer(ctx: RequestContext, employerId: string): Promise<WorkforceReportRow | null> {
    return ctx.load(latestOfEmployers, employerId);
  },

  async listOfEmployer(
    ctx: RequestContext,
    employerId: string,
    asked: ReportsAsked,
  ): Promise<Page<WorkforceReportRow>> {
    new InputCheck().page(asked.page).done();
    return pageOf(ctx, reportsOfEmployers, employerId, asked);
  },
};

const reportsById = oneEach(
  (db, ids) => workforceReportRepository.findByIds(db, ids),
  ({ id }) => id,
);

const latestOfEmployers = oneEach(
  (db, ids) => workforceReportRepository.findNewestOfEmployers(db, ids),
  ({ employerId }) => employerId,
);

const reportsOfEmployers: Batch<Page<WorkforceReportRow>, ReportsAsked> = (ctx, ids, { since, page }) =>
  ctx.pages(
    (db) => workforceReportRepository.select(db, since),
    { expression: 'report.employerId', of: ({ employerId }) => employerId, ids },
    NEWEST_REPORT,
    page,
  );
