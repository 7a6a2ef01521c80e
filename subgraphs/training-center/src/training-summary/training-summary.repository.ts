import type { FundingSource } from '@simpul/kit/graphql/shared-enums';
import type { EntityManager } from 'typeorm';
import type { ClassFilter } from '../training-class/training-class.input';
import { trainingClassRepository } from '../training-class/training-class.repository';
import type { TrainingDimension } from './training-summary.type';

/** Classes, seats and people of one parent: a class, a programme, an agreement or a region. */
export interface SummaryRow {
  readonly parent: string;
  readonly classes: number;
  readonly seats: number;
  readonly reserved: number;
  readonly enrolled: number;
  readonly completed: number;
  readonly dropped: number;
  readonly certified: number;
  readonly cost: number | null;
  readonly demo: boolean;
}

/** Classes and people of one combination of dimensions; dimensions that were not asked for are left out. */
export interface CellRow {
  readonly programmeId?: string;
  readonly funding?: FundingSource | null;
  readonly agreementId?: string | null;
  readonly regionCode?: string | null;
  readonly year?: number | null;
  readonly classes: number;
  readonly enrolled: number;
  readonly completed: number;
  readonly certified: number;
  readonly cost: number | null;
  readonly demo: boolean;
}

/** The days within which classes end. */
export interface EndPeriod {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Columns of a class that name a parent. */
const PARENTS = { CLASS: 'id', PROGRAMME: 'programme_id' } as const;
export type ClassParent = keyof typeof PARENTS;

/** A cancelled class gives no seats and has no output; what a class costs is told of those that came to be. */
const HELD = "class.status <> 'CANCELLED'";
const SPENT = "class.status NOT IN ('PLANNED', 'CANCELLED')";

const PEOPLE = ['reserved', 'enrolled', 'completed', 'dropped', 'certified'];
const sums = (table: string): string =>
  PEOPLE.map((count) => `coalesce(sum(${table}.${count}), 0) AS ${count}`).join(', ');

const ENDS_WITHIN = '($2::date IS NULL OR class.ends_on >= $2) AND ($3::date IS NULL OR class.ends_on <= $3)';

/** A class counts for a region when one of its residents was in it; the cost of a class is nobody's share. */
const OF_REGIONS = `
  SELECT attended.parent, count(*) AS classes, sum(attended.seats) AS seats, ${sums('attended')},
    NULL::numeric AS cost, bool_or(attended.demo) AS demo
  FROM (
    SELECT left(tally.district_code, family.width) AS parent, class.id, class.seats, class.demo, ${sums('tally')}
    FROM (SELECT DISTINCT length(code) AS width, substring(code FROM '^(.*)[.]') AS whole FROM unnest($1::text[]) AS code) family
    JOIN class_tally tally ON tally.district_code >= coalesce(family.whole || '.', '')
      AND tally.district_code < coalesce(family.whole || '/', ':') AND length(tally.district_code) >= family.width
    JOIN training_class class ON class.id = tally.class_id
    WHERE ${HELD} AND ${ENDS_WITHIN}
    GROUP BY 1, class.id
  ) attended
  GROUP BY attended.parent`;

/** Counts of the classes of one parent, each class with the sums of its tallies. */
const OF_CLASSES = `
  count(class.id) FILTER (WHERE ${HELD}) AS classes, coalesce(sum(class.seats) FILTER (WHERE ${HELD}), 0) AS seats,
  ${sums('tally')}, sum(class.cost) FILTER (WHERE ${SPENT}) AS cost`;
const TALLY = `
  LATERAL (SELECT ${sums('tally')} FROM class_tally tally WHERE tally.class_id = class.id AND ${HELD}) tally`;

/** An agreement is known by the places or the classes under it: of any other there is nothing to count, not even none. */
const OF_AGREEMENTS = `
  SELECT known.agreement_id AS parent, ${OF_CLASSES}, known.demo
  FROM (
    SELECT agreement_id, bool_or(demo) AS demo
    FROM (
      SELECT agreement_id, demo FROM quota_allocation WHERE reserved IS NOT NULL
      UNION ALL SELECT agreement_id, demo FROM training_class
    ) under
    WHERE agreement_id = ANY ($1) GROUP BY agreement_id
  ) known
  LEFT JOIN training_class class ON class.agreement_id = known.agreement_id
  LEFT JOIN ${TALLY} ON true
  GROUP BY known.agreement_id, known.demo`;

const DIMENSIONS: Record<TrainingDimension, readonly [expression: string, column: keyof CellRow]> = {
  PROGRAMME: ['class.programme_id', 'programmeId'],
  FUNDING: ['class.funding', 'funding'],
  AGREEMENT: ['class.agreement_id', 'agreementId'],
  YEAR: ['CAST(EXTRACT(YEAR FROM class.ends_on) AS integer)', 'year'],
  REGION: ['tally.region_code', 'regionCode'],
  DISTRICT: ['tally.region_code', 'regionCode'],
};

export const trainingSummaryRepository = {
  async ofClassParents(
    db: EntityManager,
    parent: ClassParent,
    ids: readonly string[],
    { from, to }: EndPeriod,
  ): Promise<SummaryRow[]> {
    return db.query(
      `SELECT class.${PARENTS[parent]} AS parent, ${OF_CLASSES}, bool_or(class.demo) AS demo
       FROM training_class class CROSS JOIN ${TALLY}
       WHERE class.${PARENTS[parent]} = ANY ($1) AND ${ENDS_WITHIN}
       GROUP BY 1`,
      [ids, from, to],
    );
  },

  async ofAgreements(db: EntityManager, ids: readonly string[]): Promise<SummaryRow[]> {
    return db.query(OF_AGREEMENTS, [ids]);
  },

  /** Of these regions and of all others of the same level in the same region above; a province has no region above. */
  async ofRegionsAndSiblings(
    db: EntityManager,
    codes: readonly string[],
    { from, to }: EndPeriod,
  ): Promise<SummaryRow[]> {
    return db.query(OF_REGIONS, [codes, from, to]);
  },

  /**
   * One row per combination of the dimensions that has classes; without dimensions one row for all. Cancelled classes
   * are counted only where the filter names their state.
   */
  async cells(
    db: EntityManager,
    filter: ClassFilter,
    dimensions: readonly TrainingDimension[],
  ): Promise<CellRow[]> {
    const residence = residenceOf(dimensions);
    const query = trainingClassRepository
      .select(db, filter)
      .select('count(*)', 'classes')
      .addSelect('coalesce(sum(tally.enrolled), 0)', 'enrolled')
      .addSelect('coalesce(sum(tally.completed), 0)', 'completed')
      .addSelect('coalesce(sum(tally.certified), 0)', 'certified')
      .addSelect(residence === null ? `sum(class.cost) FILTER (WHERE ${SPENT})` : 'NULL', 'cost')
      .addSelect('bool_or(class.demo)', 'demo');
    if (!filter.status?.includes('CANCELLED')) query.andWhere(HELD);
    const tally = `(SELECT class_id, ${residence ?? 'NULL'} AS region_code, ${sums('class_tally')} FROM class_tally GROUP BY 1, 2)`;
    if (residence === null) query.leftJoin(tally, 'tally', 'tally.class_id = class.id');
    else query.innerJoin(tally, 'tally', 'tally.class_id = class.id');
    for (const [expression, column] of dimensions.map((dimension) => DIMENSIONS[dimension])) {
      query.addSelect(expression, column).addGroupBy(expression).addOrderBy(expression);
    }
    return query.getRawMany<CellRow>();
  },
};

/** How fine the participants' residence is wanted; null when it is not. */
function residenceOf(dimensions: readonly TrainingDimension[]): string | null {
  if (dimensions.includes('DISTRICT')) return 'class_tally.district_code';
  return dimensions.includes('REGION') ? 'substr(class_tally.district_code, 1, 5)' : null;
}
