import { daysBetween } from '@simpul/kit/clock/clock';
import type { RequestContext } from '@simpul/kit/context/context';
import { InputCheck } from '@simpul/kit/input/input-check';
import {
  type ReportingCount,
  type ReportingWhere,
  vacancyReportingRepository,
} from './vacancy-reporting.repository';
import type { ReportingDimension } from './vacancy-reporting.type';

/** Each employer stands in each quarter: without a bound one request could ask for millions of them. */
const LONGEST_DAYS = 3660;

export const vacancyReportingService = {
  async list(
    ctx: RequestContext,
    where: ReportingWhere,
    groupBy: readonly ReportingDimension[],
  ): Promise<ReportingCount[]> {
    new InputCheck()
      .period(['to'], where.from, where.to)
      .require(
        daysBetween(where.from, where.to) <= LONGEST_DAYS,
        ['to'],
        'lies too far from the first day.',
        'Ask for at most ten years.',
      )
      .region(['region'], where.region)
      .done();
    return ctx.read((db) => vacancyReportingRepository.count(db, where, groupBy));
  },
};
