import type { ParentColumn, SortColumn } from '@simpul/kit/database/page';
import { whereWithin } from '@simpul/kit/database/region-filter';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { RetentionCheckRow } from './placement-retention.entity';
import { PlacementRow } from './placement.entity';
import type { PlacementFilter } from './placement.input';

/** Newest first. */
export const NEWEST_PLACEMENT: readonly SortColumn<PlacementRow>[] = [
  { expression: 'placement.startsOn', of: ({ startsOn }) => startsOn, descending: true },
  { expression: 'placement.id', of: ({ id }) => id },
];

/** The condition that a placement lasts on the day of a parameter; the last day is a day of work. */
export function lastsOn(day: string): string {
  return `(placement.starts_on <= ${day} AND (placement.ends_on IS NULL OR placement.ends_on >= ${day}))`;
}

/** What placements are listed under: each has a column of its own. */
const PARENTS = {
  employer: ['placement.employerId', ({ employerId }) => employerId ?? ''],
  vacancy: ['placement.vacancyId', ({ vacancyId }) => vacancyId ?? ''],
  agreement: ['placement.agreementId', ({ agreementId }) => agreementId ?? ''],
  programme: ['placement.programmeId', ({ programmeId }) => programmeId ?? ''],
} as const satisfies Record<string, readonly [column: string, of: (row: PlacementRow) => string]>;
export type PlacementParent = keyof typeof PARENTS;

/** Whether placements must last on a day, or have ended before it; null: either. */
export interface LastingAsked {
  readonly active: boolean | null;
  readonly today: string;
}

export const placementRepository = {
  select(db: EntityManager, filter: PlacementFilter, today: string): SelectQueryBuilder<PlacementRow> {
    const query = db.createQueryBuilder(PlacementRow, 'placement');
    if (filter.scheme) query.andWhere('placement.scheme = ANY(:scheme)', { scheme: filter.scheme });
    if (filter.channel) query.andWhere('placement.channel = ANY(:channel)', { channel: filter.channel });
    if (filter.area) query.andWhere('placement.area = ANY(:area)', { area: filter.area });
    if (filter.countries)
      query.andWhere('placement.country = ANY(:countries)', { countries: filter.countries });
    if (filter.startsFrom) query.andWhere('placement.startsOn >= :from', { from: filter.startsFrom });
    if (filter.startsTo) query.andWhere('placement.startsOn <= :to', { to: filter.startsTo });
    if (filter.active === true) query.andWhere(lastsOn(':today'), { today });
    if (filter.active === false) query.andWhere('placement.endsOn < :today', { today });
    whereLedTo(query, filter);
    return whereWithin(query, 'placement.originRegionCode', filter.originRegion);
  },

  parentColumn(of: PlacementParent, ids: readonly string[]): ParentColumn<PlacementRow> {
    const [expression, parentOf] = PARENTS[of];
    return { expression, of: parentOf, ids };
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<PlacementRow[]> {
    return db.findBy(PlacementRow, { id: In([...ids]) });
  },

  /** Placements of all these people, newest first: all, those that last today, or those that ended. */
  async findOfPeople(
    db: EntityManager,
    people: readonly string[],
    { active, today }: LastingAsked,
  ): Promise<PlacementRow[]> {
    return placementRepository
      .select(db, { active }, today)
      .andWhere('placement.personId = ANY(:people)', { people })
      .orderBy('placement.startsOn', 'DESC')
      .addOrderBy('placement.id')
      .getMany();
  },

  async findChecks(db: EntityManager, placementIds: readonly string[]): Promise<RetentionCheckRow[]> {
    return db.find(RetentionCheckRow, {
      where: { placementId: In([...placementIds]) },
      order: { months: 'ASC' },
    });
  },

  /** State of the echo of the ledger; null while it is empty. */
  async allocationsAsOf(db: EntityManager): Promise<Date | null> {
    const [row]: { as_of: Date | null }[] = await db.query('SELECT max(as_of) AS as_of FROM allocation_echo');
    return row?.as_of ?? null;
  },
};

function whereLedTo(query: SelectQueryBuilder<PlacementRow>, filter: PlacementFilter): void {
  const { employer, agreement, programme, trainingClass, allocation } = filter;
  if (employer) query.andWhere('placement.employerId = :employer', { employer });
  if (agreement) query.andWhere('placement.agreementId = :agreement', { agreement });
  if (programme) query.andWhere('placement.programmeId = :programme', { programme });
  if (trainingClass) query.andWhere('placement.trainingClassId = :trainingClass', { trainingClass });
  if (allocation) {
    query.andWhere(
      'placement.allocationId IN (SELECT part.allocation_id FROM allocation_echo part WHERE part.ancestor_id = :allocation)',
      { allocation },
    );
  }
}
