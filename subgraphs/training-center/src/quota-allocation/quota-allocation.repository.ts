import type { SortColumn } from '@simpul/kit/database/page';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { QuotaAllocationRow } from './quota-allocation.entity';
import type { QuotaAllocationFilter } from './quota-allocation.input';
import type { QuotaScope } from './quota-allocation.type';

/** What sources say before the demonstration's ledger, larger numbers first. */
export const RECORDED_FIRST: readonly SortColumn<QuotaAllocationRow>[] = [
  { expression: 'CAST(allocation.demo AS integer)', of: ({ demo }) => Number(demo) },
  { expression: 'allocation.seats', of: ({ seats }) => seats, descending: true, whenNull: -1 },
  { expression: 'allocation.id', of: ({ id }) => id },
];

/** What one programme's classes fill of one allocation, with the residents of one district. */
export interface DistrictFillRow {
  readonly allocationId: string;
  readonly programmeId: string;
  /** Seats of all the programme's classes that debit the allocation, cancelled ones apart: the same in each of its rows. */
  readonly seats: number;
  readonly demo: boolean;
  readonly districtCode: string | null;
  readonly reserved: number;
  readonly filled: number;
  readonly completed: number;
  readonly certified: number;
}

const FILLS = `
  WITH class AS (
    SELECT ancestor_id, programme_id, id, seats, demo FROM allocation_class
    WHERE ancestor_id = ANY ($1) AND status <> 'CANCELLED'
  ),
  taught AS (
    SELECT ancestor_id, programme_id, sum(seats) AS seats, bool_or(demo) AS demo FROM class GROUP BY 1, 2
  )
  SELECT taught.ancestor_id AS "allocationId", taught.programme_id AS "programmeId", taught.seats, taught.demo,
    tally.district_code AS "districtCode", coalesce(sum(tally.reserved), 0) AS reserved,
    coalesce(sum(tally.enrolled - tally.dropped), 0) AS filled, coalesce(sum(tally.completed), 0) AS completed,
    coalesce(sum(tally.certified), 0) AS certified
  FROM taught
  JOIN class ON class.ancestor_id = taught.ancestor_id AND class.programme_id = taught.programme_id
  JOIN programme ON programme.id = taught.programme_id
  LEFT JOIN class_tally tally ON tally.class_id = class.id
  GROUP BY 1, 2, 3, 4, 5, programme.name
  ORDER BY programme.name, tally.district_code`;

export const quotaAllocationRepository = {
  select(db: EntityManager, filter: QuotaAllocationFilter): SelectQueryBuilder<QuotaAllocationRow> {
    const query = db.createQueryBuilder(QuotaAllocationRow, 'allocation');
    if (filter.agreement)
      query.andWhere('allocation.agreementId = :agreement', { agreement: filter.agreement });
    if (filter.region) query.andWhere('allocation.regionCode = :region', { region: filter.region });
    if (filter.scope) query.andWhere('allocation.scope = ANY (:scope)', { scope: filter.scope });
    if (filter.year != null)
      query.andWhere('(allocation.year = :year OR allocation.year IS NULL)', { year: filter.year });
    if (filter.rootsOnly) query.andWhere('allocation.parentId IS NULL');
    if (filter.contested) query.andWhere('allocation.reading IS NOT NULL');
    if (filter.minSeats != null)
      query.andWhere('allocation.seats >= :minSeats', { minSeats: filter.minSeats });
    return query;
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<QuotaAllocationRow[]> {
    return db.findBy(QuotaAllocationRow, { id: In([...ids]) });
  },

  async findChildren(db: EntityManager, parentIds: readonly string[]): Promise<QuotaAllocationRow[]> {
    return inLargestOrder(
      quotaAllocationRepository.select(db, {}).where('allocation.parentId IN (:...parentIds)', { parentIds }),
    ).getMany();
  },

  async findUnderAgreements(
    db: EntityManager,
    agreementIds: readonly string[],
    scope: readonly QuotaScope[] | null,
  ): Promise<QuotaAllocationRow[]> {
    const query = quotaAllocationRepository.select(db, scope ? { scope: [...scope] } : {});
    query.andWhere('allocation.agreementId IN (:...agreementIds)', { agreementIds });
    query.orderBy('CASE WHEN allocation.parent_id IS NULL THEN 0 ELSE 1 END');
    return inLargestOrder(query).getMany();
  },

  /** Whether places under the agreement are those of the demonstration. */
  async isDemo(db: EntityManager, agreementId: string): Promise<boolean> {
    return db.existsBy(QuotaAllocationRow, { agreementId, demo: true });
  },

  async findFills(db: EntityManager, ids: readonly string[]): Promise<DistrictFillRow[]> {
    return db.query(FILLS, [ids]);
  },
};

function inLargestOrder(
  query: SelectQueryBuilder<QuotaAllocationRow>,
): SelectQueryBuilder<QuotaAllocationRow> {
  return query.addOrderBy('allocation.seats', 'DESC', 'NULLS LAST').addOrderBy('allocation.id');
}
