import type { EducationLevel, PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import type { EntityManager } from 'typeorm';
import { EmployerRow } from '../employer/employer.entity';
import type { PlacementFilter } from '../placement/placement.input';
import { lastsOn, placementRepository } from '../placement/placement.repository';
import type { DestinationArea, PlacementChannel } from '../placement/placement.type';
import type { PlacementDimension } from './placement-summary.type';

/** Placements of one scheme and channel, counted. */
interface Counted {
  readonly scheme: PlacementScheme;
  readonly channel: PlacementChannel | null;
  readonly placed: number;
  readonly active: number;
  readonly demo: boolean;
}

/** One cell of the summary of all placements; dimensions that were not asked for are missing. */
export interface CountedCell extends Counted {
  readonly area?: DestinationArea;
  readonly country?: string;
  readonly region?: string | null;
  readonly industry?: string | null;
  readonly programme?: string | null;
  readonly agreement?: string | null;
  readonly education?: EducationLevel | null;
  readonly month?: string;
}

/** The count of one parent; `asOf` is the state of the ledger's echo where the parent is an allocation. */
export interface CountedUnderParent extends Counted {
  readonly parent: string;
  readonly keptAt3: number;
  readonly keptAt6: number;
  readonly keptAt12: number;
  readonly asOf: Date | null;
}

const DIMENSIONS: Readonly<Record<PlacementDimension, readonly [name: keyof CountedCell, column: string]>> = {
  AREA: ['area', 'placement.area'],
  COUNTRY: ['country', 'placement.country'],
  REGION: ['region', 'placement.region_code'],
  INDUSTRY: ['industry', 'employer.industry_code'],
  PROGRAMME: ['programme', 'placement.programme_id'],
  AGREEMENT: ['agreement', 'placement.agreement_id'],
  EDUCATION: ['education', 'placement.education'],
  MONTH: ['month', "to_char(placement.starts_on, 'YYYY-MM')"],
};

/** What placements are summed up under. An allocation stands for its parts, which the echo of the ledger tells. */
const PARENTS = {
  agreement: ['placement', 'placement.agreement_id', 'NULL::timestamptz', 'placement.demo'],
  programme: ['placement', 'placement.programme_id', 'NULL::timestamptz', 'placement.demo'],
  trainingClass: ['placement', 'placement.training_class_id', 'NULL::timestamptz', 'placement.demo'],
  allocation: [
    'allocation_echo part LEFT JOIN placement ON placement.allocation_id = part.allocation_id',
    'part.ancestor_id',
    'min(part.as_of)',
    'part.demo OR coalesce(placement.demo, false)',
  ],
} as const satisfies Record<string, readonly [rows: string, parent: string, asOf: string, demo: string]>;
export type SummaryParent = keyof typeof PARENTS;

/** Placements that started within these days. */
export interface StartedWithin {
  readonly from: string | null;
  readonly to: string | null;
}

/** What the summary of several parents of one kind is asked for. */
export interface SummaryAsked extends StartedWithin {
  readonly of: SummaryParent;
  readonly today: string;
}

export const placementSummaryRepository = {
  async countCells(
    db: EntityManager,
    filter: PlacementFilter,
    groupBy: readonly PlacementDimension[],
    today: string,
  ): Promise<CountedCell[]> {
    const query = placementRepository
      .select(db, filter, today)
      .leftJoin(EmployerRow, 'employer', 'employer.id = placement.employerId')
      .select('count(*)', 'placed')
      .addSelect(`count(*) FILTER (WHERE ${lastsOn(':today')})`, 'active')
      .addSelect('bool_or(placement.demo)', 'demo')
      .setParameter('today', today);
    const dimensions = [...new Set(groupBy)].map((dimension) => DIMENSIONS[dimension]);
    for (const [name, column] of [
      ['scheme', 'placement.scheme'] as const,
      ['channel', 'placement.channel'] as const,
      ...dimensions,
    ])
      query.addSelect(column, name).addGroupBy(column).addOrderBy(column);
    return query.getRawMany<CountedCell>();
  },

  /** Counts under all these parents with one select; an allocation without placements answers its echo alone. */
  async countUnder(
    db: EntityManager,
    ids: readonly string[],
    { of, today, from, to }: SummaryAsked,
  ): Promise<CountedUnderParent[]> {
    const [rows, parent, asOf, demo] = PARENTS[of];
    return db.query(
      `SELECT ${parent} AS parent, ${asOf} AS "asOf", placement.scheme, placement.channel,
         count(placement.id) AS placed,
         count(placement.id) FILTER (WHERE ${lastsOn('$2')}) AS active,
         count(at3.months) AS "keptAt3", count(at6.months) AS "keptAt6", count(at12.months) AS "keptAt12",
         bool_or(${demo}) AS demo
       FROM ${rows} ${[3, 6, 12].map(joinKeptAt).join(' ')}
       WHERE ${parent} = ANY($1) AND ($3::date IS NULL OR placement.starts_on >= $3)
         AND ($4::date IS NULL OR placement.starts_on <= $4)
       GROUP BY ${parent}, placement.scheme, placement.channel
       ORDER BY placement.scheme, placement.channel`,
      [ids, today, from, to],
    );
  },
};

/** Someone is kept at so many months if the check of that month found them employed. */
function joinKeptAt(months: number): string {
  const check = `at${String(months)}`;
  return `LEFT JOIN retention_check ${check} ON ${check}.person_id = placement.person_id
    AND ${check}.placement_id = placement.id AND ${check}.months = ${String(months)} AND ${check}.employed`;
}
