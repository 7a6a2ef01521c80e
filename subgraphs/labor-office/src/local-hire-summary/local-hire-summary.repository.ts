import type { EmployerSize } from '@simpul/kit/graphql/shared-enums';
import type { EntityManager } from 'typeorm';
import type { LocalHireDenominator } from '../local-hire-rule/local-hire-rule.type';
import type { LocalHireFilter } from './local-hire-summary.input';
import type { LocalHireDimension } from './local-hire-summary.type';

/** Assessments of one cell, counted under all rules of one region and threshold; dimensions not asked for are null. */
export interface AssessmentCell {
  readonly reach: string;
  readonly threshold: number | null;
  readonly denominator: LocalHireDenominator;
  readonly section: string | null;
  readonly industrialArea: string | null;
  readonly city: string | null;
  readonly quarter: string | null;
  readonly employerSize: EmployerSize | null;
  readonly employers: number;
  readonly met: number;
  readonly notEnoughData: number;
  readonly share: number | null;
  readonly demo: boolean;
}

const DIMENSIONS: readonly (readonly [LocalHireDimension, column: string, expression: string])[] = [
  ['INDUSTRY', 'section', 'left(report.industry_code, 1)'],
  ['INDUSTRIAL_AREA', '"industrialArea"', 'report.industrial_area'],
  ['REGION', 'city', 'left(report.region_code, 5)'],
  ['QUARTER', 'quarter', 'report.quarter'],
  ['EMPLOYER_SIZE', '"employerSize"', 'report.size'],
];

/** An employer counts once in a cell: with its newest report, unless the cells are those of quarters. */
const REPORTS = `
  WHERE ($1::text IS NULL OR (region_code >= $1 AND region_code < $1 || '/'))
    AND ($2::text[] IS NULL OR EXISTS (SELECT 1 FROM unnest($2) AS wanted(code) WHERE starts_with(industry_code, wanted.code)))
    AND ($3::date IS NULL OR period_to >= $3) AND ($4::date IS NULL OR period_to <= $4)`;

/** What is said of each employer, in SQL: rules bind the workplaces in their region, residents below it are local. */
const FIGURES = `
  reach AS (SELECT DISTINCT region_code, threshold FROM local_hire_rule WHERE $5::uuid IS NULL OR id = $5),
  locals AS (
    SELECT home.employer_id, home.quarter, place.region_code,
      CASE WHEN count(*) = count(home.total) THEN sum(home.total) END AS total,
      CASE WHEN count(*) = count(home.needed) THEN sum(home.needed) END AS needed,
      CASE WHEN count(*) = count(home.new_hires) THEN sum(home.new_hires) END AS new_hires
    FROM workforce_echo_region home
    JOIN (SELECT DISTINCT region_code FROM reach) AS place
      ON home.region_code >= place.region_code AND home.region_code < place.region_code || '/'
    GROUP BY 1, 2, 3
  ),
  figure AS (
    SELECT report.*, reach.region_code AS reach, reach.threshold, reading.*
    FROM report
    JOIN reach ON report.region_code IS NULL
      OR (report.region_code >= reach.region_code AND report.region_code < reach.region_code || '/')
    LEFT JOIN locals ON locals.employer_id = report.employer_id AND locals.quarter = report.quarter
      AND locals.region_code = reach.region_code
    CROSS JOIN LATERAL (VALUES
      (1, 'TOTAL_EMPLOYEES' COLLATE "C", report.total, locals.total),
      (2, 'WORKFORCE_NEEDED', report.needed, locals.needed),
      (3, 'NEW_HIRES', report.new_hires, locals.new_hires)
    ) AS reading(position, denominator, out_of, local)
  )`;

export const localHireSummaryRepository = {
  async summarize(
    db: EntityManager,
    filter: LocalHireFilter,
    groupBy: ReadonlySet<LocalHireDimension>,
  ): Promise<AssessmentCell[]> {
    const newest = groupBy.has('QUARTER') ? '' : 'DISTINCT ON (employer_id)';
    const newestFirst = groupBy.has('QUARTER') ? '' : 'ORDER BY employer_id, period_to DESC';
    const columns = DIMENSIONS.map(
      ([dimension, column, expression]) => `${groupBy.has(dimension) ? expression : 'NULL'} AS ${column}`,
    );
    return db.query(
      `WITH report AS (SELECT ${newest} * FROM workforce_echo ${REPORTS} ${newestFirst}),
       ${FIGURES}
       SELECT reach, threshold, denominator, ${columns.join(', ')},
         count(*) AS employers,
         count(*) FILTER (WHERE local >= ceil(threshold * out_of)) AS met,
         count(*) FILTER (WHERE threshold IS NULL OR local IS NULL OR out_of IS NULL) AS "notEnoughData",
         (sum(local) FILTER (WHERE out_of IS NOT NULL))::float8
           / nullif(sum(out_of) FILTER (WHERE local IS NOT NULL), 0) AS share,
         bool_or(demo) AS demo
       FROM figure AS report
       GROUP BY reach, threshold, position, denominator, 4, 5, 6, 7, 8
       ORDER BY reach, threshold, position, 4, 5, 6, 7, 8`,
      [
        filter.region ?? null,
        filter.industries ?? null,
        filter.from ?? null,
        filter.to ?? null,
        filter.rule ?? null,
      ],
    );
  },
};
