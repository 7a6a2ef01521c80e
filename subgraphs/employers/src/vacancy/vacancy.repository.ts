import type { Clock } from '@simpul/kit/clock/clock';
import { addDays } from '@simpul/kit/clock/clock';
import { whereBranch } from '@simpul/kit/database/branch-filter';
import type { SortColumn } from '@simpul/kit/database/page';
import { whereWithin } from '@simpul/kit/database/region-filter';
import { type EntityManager, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { VacancyUnitRow } from './vacancy-unit.entity';
import { VacancyRow } from './vacancy.entity';
import type { VacancyFilter } from './vacancy.input';
import type { VacancyStatus } from './vacancy.type';

/** Where the vacancy stands on `:today`, as the policy says it. */
const STATUS_TODAY = `CASE
  WHEN vacancy.status IN ('DRAFT', 'REPORTED', 'VERIFIED', 'OPEN', 'PARTLY_FILLED') AND vacancy.valid_until < :today THEN 'EXPIRED'
  ELSE vacancy.status END`;

/** Newest first. */
export const NEWEST_VACANCY = newestFirst((row: VacancyRow) => row);

/** Newest first, where the vacancies that want a unit are asked for. */
export const NEWEST_VACANCY_OF_UNIT = newestFirst(({ vacancy }: VacancyUnitRow) => vacancy);

function newestFirst<R>(vacancyOf: (row: R) => VacancyRow): readonly SortColumn<R>[] {
  return [
    {
      expression: 'vacancy.postedAt',
      of: (row) => vacancyOf(row).postedAt.toISOString(),
      descending: true,
    },
    { expression: 'vacancy.id', of: (row) => vacancyOf(row).id },
  ];
}

/** What may happen to posts of a vacancy. */
export type PostChangeKind = 'REPORTED' | 'FILLED' | 'REMOVED';

export const vacancyRepository = {
  select(db: EntityManager, filter: VacancyFilter, clock: Clock): SelectQueryBuilder<VacancyRow> {
    return narrow(db.createQueryBuilder(VacancyRow, 'vacancy'), filter, clock);
  },

  selectByUnit(db: EntityManager, filter: VacancyFilter, clock: Clock): SelectQueryBuilder<VacancyUnitRow> {
    const query = db
      .createQueryBuilder(VacancyUnitRow, 'unit')
      .innerJoinAndMapOne('unit.vacancy', VacancyRow, 'vacancy', 'vacancy.id = unit.vacancyId');
    return narrow(query, filter, clock);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<VacancyRow[]> {
    return db.findBy(VacancyRow, { id: In([...ids]) });
  },

  /** Reads a vacancy and keeps others from changing it until the transaction ends. */
  async findForChange(db: EntityManager, id: string): Promise<VacancyRow | null> {
    return db.findOne(VacancyRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  },

  async add(db: EntityManager, row: VacancyRow): Promise<void> {
    await db.insert(VacancyRow, row);
    await db.query('INSERT INTO vacancy_unit (unit_code, vacancy_id) SELECT unnest($1::text[]), $2', [
      row.competencyUnits,
      row.id,
    ]);
  },

  async update(db: EntityManager, id: string, changes: Partial<VacancyRow>): Promise<void> {
    await db.update(VacancyRow, { id }, changes);
  },

  /** Adds to the balance of the day; kinds without posts leave no row. */
  async addPostChanges(
    db: EntityManager,
    id: string,
    day: string,
    posts: Readonly<Partial<Record<PostChangeKind, number>>>,
  ): Promise<void> {
    await db.query(
      `INSERT INTO vacancy_post_change (vacancy_id, changed_on, kind, posts)
       SELECT $1, $2, kind, posts::integer FROM jsonb_each_text($3) change (kind, posts) WHERE posts::integer > 0
       ON CONFLICT (vacancy_id, changed_on, kind) DO UPDATE SET posts = vacancy_post_change.posts + excluded.posts`,
      [id, day, JSON.stringify(posts)],
    );
  },

  /** Names of the published fields that events changed after a version. */
  async fieldsChangedSince(db: EntityManager, id: string, version: number): Promise<string[]> {
    const rows: { field: string }[] = await db.query(
      `SELECT DISTINCT jsonb_object_keys(payload) AS field FROM event
       WHERE aggregate_type = 'Vacancy' AND aggregate_id = $1 AND aggregate_version > $2 ORDER BY field`,
      [id, version],
    );
    return rows.map(({ field }) => field);
  },
};

/** Applies a filter to any query that has vacancies under the alias `vacancy`. */
function narrow<R extends ObjectLiteral>(
  query: SelectQueryBuilder<R>,
  filter: VacancyFilter,
  clock: Clock,
): SelectQueryBuilder<R> {
  const today = clock.today();
  if (filter.status) whereStands(query, 'stands', filter.status, today);
  if (filter.employer) query.andWhere('vacancy.employerId = :employer', { employer: filter.employer });
  if (filter.scheme) query.andWhere('vacancy.scheme = ANY(:scheme)', { scheme: filter.scheme });
  if (filter.reporting)
    query.andWhere('vacancy.reportingStatus = ANY(:reporting)', { reporting: filter.reporting });
  whereBranch(query, 'vacancy.occupationCode', filter.occupations);
  if (filter.competencyUnits) {
    query.andWhere(
      'vacancy.id IN (SELECT wanted.vacancy_id FROM vacancy_unit wanted WHERE wanted.unit_code = ANY(:units))',
      { units: filter.competencyUnits },
    );
  }
  if (filter.unfilledForDays != null) {
    whereStands(query, 'unfilled', ['OPEN', 'PARTLY_FILLED'], today);
    query.andWhere('vacancy.openedAt < :opened', {
      opened: `${addDays(today, 1 - filter.unfilledForDays)}T00:00+07:00`,
    });
  }
  return whereWithin(query, 'vacancy.workRegionCode', filter.region);
}

function whereStands<R extends ObjectLiteral>(
  query: SelectQueryBuilder<R>,
  name: string,
  states: readonly VacancyStatus[],
  today: string,
): void {
  query.andWhere(`${STATUS_TODAY} = ANY(:${name})`, { [name]: states, today });
  // Implied by the former, but only in this form an index serves it.
  if (!states.includes('EXPIRED')) query.andWhere(`vacancy.status = ANY(:${name})`);
}
