import { daysBetween } from '@simpul/kit/clock/clock';
import type { SortColumn } from '@simpul/kit/database/page';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { AllocationClassRow, TrainingClassRow } from './training-class.entity';
import type { ClassFilter } from './training-class.input';

/** More days than lie between any two classes: those that have begun come after all that are to come. */
const BEGUN = 1_000_000;

/** Classes to come, the next start first; then those that have begun, the latest first; then those without a day. */
export function nextStartFirst(today: string): readonly SortColumn<TrainingClassRow>[] {
  const daysAhead = `class.starts_on - DATE '${today}'`;
  return [
    {
      expression: `CASE WHEN class.starts_on >= DATE '${today}' THEN ${daysAhead} ELSE ${BEGUN} - (${daysAhead}) END`,
      of: ({ startsOn }) => {
        const days = startsOn === null ? null : daysBetween(today, startsOn);
        return days === null || days >= 0 ? days : BEGUN - days;
      },
      whenNull: 2 * BEGUN,
    },
    { expression: 'class.id', of: ({ id }) => id },
  ];
}

/** A class as one of those that were opened for a skill demand. */
export interface DemandedClass {
  readonly demandId: string;
  readonly trainingClass: TrainingClassRow;
}

export const trainingClassRepository = {
  select(db: EntityManager, filter: ClassFilter): SelectQueryBuilder<TrainingClassRow> {
    return narrowed(db.createQueryBuilder(TrainingClassRow, 'class'), filter);
  },

  /** Each class once for every allocation that it debits, directly or through a part. */
  selectByAllocation(db: EntityManager, filter: ClassFilter): SelectQueryBuilder<AllocationClassRow> {
    return narrowed(db.createQueryBuilder(AllocationClassRow, 'class'), filter);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<TrainingClassRow[]> {
    return db.findBy(TrainingClassRow, { id: In([...ids]) });
  },

  async findByRequests(db: EntityManager, requestIds: readonly string[]): Promise<TrainingClassRow[]> {
    return db.find(TrainingClassRow, {
      where: { requestId: In([...requestIds]) },
      order: { startsOn: 'ASC', id: 'ASC' },
    });
  },

  async findByDemands(db: EntityManager, demandIds: readonly string[]): Promise<DemandedClass[]> {
    const { raw, entities } = await db
      .createQueryBuilder(TrainingClassRow, 'class')
      .innerJoin('training_request', 'request', 'request.id = class.request_id')
      .addSelect('request.demand_id', 'demand_id')
      .where('request.demand_id IN (:...demandIds)', { demandIds })
      .orderBy('class.startsOn')
      .addOrderBy('class.id')
      .getRawAndEntities<{ demand_id: string; class_id: string }>();
    const byId = new Map(entities.map((trainingClass) => [trainingClass.id, trainingClass]));
    return raw.flatMap(({ demand_id, class_id }) => {
      const trainingClass = byId.get(class_id);
      return trainingClass ? { demandId: demand_id, trainingClass } : [];
    });
  },
};

function narrowed<R extends TrainingClassRow>(
  query: SelectQueryBuilder<R>,
  filter: ClassFilter,
): SelectQueryBuilder<R> {
  const { programmes, status, agreement, funding, startsFrom, endsFrom, endsTo, hasFreeSeats } = filter;
  if (programmes) query.andWhere('class.programmeId = ANY (:programmes)', { programmes });
  if (status) query.andWhere('class.status = ANY (:status)', { status });
  if (agreement) query.andWhere('class.agreementId = :agreement', { agreement });
  if (funding) query.andWhere('class.funding = ANY (:funding)', { funding });
  if (startsFrom) query.andWhere('class.startsOn >= :startsFrom', { startsFrom });
  if (endsFrom) query.andWhere('class.endsOn >= :endsFrom', { endsFrom });
  if (endsTo) query.andWhere('class.endsOn <= :endsTo', { endsTo });
  if (hasFreeSeats != null)
    query.andWhere(hasFreeSeats ? 'class.seatsTaken < class.seats' : 'class.seatsTaken = class.seats');
  return narrowedByAllocation(narrowedByUnit(query, filter), filter);
}

function narrowedByUnit<R extends TrainingClassRow>(
  query: SelectQueryBuilder<R>,
  { competencyUnits }: ClassFilter,
): SelectQueryBuilder<R> {
  if (!competencyUnits) return query;
  return query.andWhere(
    'class.programmeId IN (SELECT link.programme_id FROM programme_unit link WHERE link.unit_code = ANY (:competencyUnits))',
    { competencyUnits },
  );
}

function narrowedByAllocation<R extends TrainingClassRow>(
  query: SelectQueryBuilder<R>,
  { allocation, region }: ClassFilter,
): SelectQueryBuilder<R> {
  if (allocation) {
    query.andWhere(
      'class.allocationId IN (SELECT path.allocation_id FROM quota_allocation_path path WHERE path.ancestor_id = :allocation)',
      { allocation },
    );
  }
  if (region) {
    query.andWhere(
      `class.allocationId IN (SELECT place.id FROM quota_allocation place
        WHERE place.region_code >= :region AND place.region_code < :regionEnd)`,
      { region, regionEnd: `${region}/` },
    );
  }
  return query;
}
