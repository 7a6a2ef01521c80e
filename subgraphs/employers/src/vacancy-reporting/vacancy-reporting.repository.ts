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

/** A city is two levels of the employer's region code; quarters are those of the days asked for. */
const DIMENSIONS: Readonly<
  Record<ReportingDimension, readonly [name: keyof ReportingCount, expression: string]>
> = {
  EMPLOYER_SIZE: ['employerSize', 'employer.size'],
  REGION: ['region', 'left(employer.region_code, 5)'],
  QUARTER: ['quarter', 'quarter.name'],
  INDUSTRY: ['industry', 'employer.industry_code'],
};

export const vacancyReportingRepository = {
  /** Every employer known stands in its cells, also without a vacancy: who reports nothing is what is asked. */
  async count(
    db: EntityManager,
    { from, to, region }: ReportingWhere,
    groupBy: readonly ReportingDimension[],
  ): Promise<ReportingCount[]> {
    const dimensions = [...new Set(groupBy)].map((dimension) => DIMENSIONS[dimension]);
    const selected = dimensions.map(([name, expression]) => `${expression} AS "${name}", `).join('');
    const keys = dimensions.map(([, expression]) => expression).join(', ');
    return db.query(
      `WITH quarter AS (
         SELECT to_char(day, 'YYYY-"Q"Q') AS name,
           greatest(day::date, $1::date) AS first, least((day + interval '3 months')::date, $2::date + 1) AS next
         FROM generate_series(date_trunc('quarter', $1::timestamp), $2::timestamp, interval '3 months') day
       ), entered AS (
         SELECT employer_id, (posted_at AT TIME ZONE 'Asia/Jakarta')::date AS day, reported_at IS NOT NULL AS reported, demo
         FROM vacancy
       ), posted AS (
         SELECT entered.employer_id, quarter.name, count(*) AS vacancies,
           count(*) FILTER (WHERE reported) AS reported, bool_or(demo) AS demo
         FROM entered JOIN quarter ON day >= quarter.first AND day < quarter.next
         GROUP BY entered.employer_id, quarter.name
       )
       SELECT ${selected} count(DISTINCT employer.id) AS employers,
         count(DISTINCT employer.id) FILTER (WHERE posted.reported > 0) AS "employersReporting",
         coalesce(sum(posted.vacancies), 0)::bigint AS vacancies,
         coalesce(sum(posted.reported), 0)::bigint AS "vacanciesReported",
         coalesce(bool_or(employer.demo OR posted.demo), false) AS demo
       FROM employer CROSS JOIN quarter
       LEFT JOIN posted ON posted.employer_id = employer.id AND posted.name = quarter.name
       WHERE $3::text IS NULL OR (employer.region_code >= $3 AND employer.region_code < $3 || '/')
       ${keys && `GROUP BY ${keys} ORDER BY ${keys}`}`,
      [from, to, region],
    );
  },
};
