import { oneEach, pageOf } from '@simpul/kit/context/batch';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { workforceReportRefusal } from '@simpul/kit/policy/workforce-reports';
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
    const report = await ctx.load(reportsById, id);
    const refusal = report && workforceReportRefusal(ctx, report.employerId);
    if (refusal?.code === 'PURPOSE_REQUIRED') throw refusal;
    // Another's report and none are the same.
    return refusal ? null : report;
  },

  async latestOfEmployer(ctx: RequestContext, employerId: string): Promise<WorkforceReportRow | null> {
    assertMayRead(ctx, employerId);
    return ctx.load(latestOfEmployers, employerId);
  },

  async listOfEmployer(
    ctx: RequestContext,
    employerId: string,
    asked: ReportsAsked,
  ): Promise<Page<WorkforceReportRow>> {
    new InputCheck().page(asked.page).done();
    assertMayRead(ctx, employerId);
    return pageOf(ctx, reportsOfEmployers, employerId, asked);
  },
};

function assertMayRead(ctx: RequestContext, employerId: string): void {
  const refusal = workforceReportRefusal(ctx, employerId);
  if (refusal) throw refusal;
}

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
