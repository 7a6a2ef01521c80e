import type { EmployerSize } from '@simpul/kit/graphql/shared-enums';
import type { EntityManager } from 'typeorm';
import type { ReportingDimension } from './vacancy-reporting.type';

/** Employers of one cell and their vacancies, counted; dimensions that were not asked for are missing. */
export interface ReportingCount {
  readonly employerSize?: EmployerSize | null;
  readonly region?: string | null;
  readonly quarter?: string;
  readonly industry?: string | null;
  readonly employers: number;
  readonly employersReporting: number;
  readonly vacancies: number;
  readonly vacanciesReported: number;
  readonly demo: boolean;
}

/** What the summary is about: vacancies entered on these days, of employers in this region. */
export interface ReportingWhere {
  readonly from: string;
  readonly to: string;
  readonly region: string | null;
}

/** A city is two levels of the employer's region code. */
const DIMENSIONS: Readonly<
  Record<ReportingDimension, readonly [name: keyof ReportingCount, expression: string]>
> = {
  EMPLOYER_SIZE: ['employerSize', 'employer.size'],
  REGION: ['region', 'left(employer.region_code, 5)'],
  QUARTER: ['quarter', 'quarter.name'],
  INDUSTRY: ['industry', 'employer.industry_code'],
};

const QUARTER_NAME = `'YYYY-"Q"Q'`;

/** The quarters of the days asked for; one without a name where they are not told apart. */
const ALL_QUARTERS = `SELECT to_char(day, ${QUARTER_NAME}) AS name
  FROM generate_series(date_trunc('quarter', $1::timestamp), $2::timestamp, interval '3 months') day`;
const ONE_STRETCH = `SELECT '' AS name`;

export const vacancyReportingRepository = {
  /** Every employer known stands in its cells, also without a vacancy: who reports nothing is what is asked. */
  async count(
    db: EntityManager,
    { from, to, region }: ReportingWhere,
    groupBy: readonly ReportingDimension[],
  ): Promise<ReportingCount[]> {
    const byQuarter = groupBy.includes('QUARTER');
    const dimensions = [...new Set(groupBy)].map((dimension) => DIMENSIONS[dimension]);
    const selected = dimensions.map(([name, expression]) => `${expression} AS "${name}", `).join('');
    const keys = dimensions.map(([, expression]) => expression).join(', ');
    return db.query(
      `WITH quarter AS (${byQuarter ? ALL_QUARTERS : ONE_STRETCH}), posted AS (
         SELECT employer_id, ${byQuarter ? `to_char(posted_at AT TIME ZONE 'Asia/Jakarta', ${QUARTER_NAME})` : "''"} AS quarter,
           count(*) AS vacancies, count(reported_at) AS reported, bool_or(demo) AS demo
         FROM vacancy
         WHERE posted_at >= $1::timestamp AT TIME ZONE 'Asia/Jakarta'
           AND posted_at < ($2::timestamp + interval '1 day') AT TIME ZONE 'Asia/Jakarta'
         GROUP BY 1, 2
       )
       SELECT ${selected} count(*) AS employers,
         count(*) FILTER (WHERE posted.reported > 0) AS "employersReporting",
         coalesce(sum(posted.vacancies), 0)::bigint AS vacancies,
         coalesce(sum(posted.reported), 0)::bigint AS "vacanciesReported",
         coalesce(bool_or(employer.demo OR posted.demo), false) AS demo
       FROM employer CROSS JOIN quarter
       LEFT JOIN posted ON posted.employer_id = employer.id AND posted.quarter = quarter.name
       WHERE $3::text IS NULL OR (employer.region_code >= $3 AND employer.region_code < $3 || '/')
       ${keys && `GROUP BY ${keys} ORDER BY ${keys}`}`,
      [from, to, region],
    );
  },
};
