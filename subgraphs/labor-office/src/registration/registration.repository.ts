import type { SortColumn } from '@simpul/kit/database/page';
import { whereWithin } from '@simpul/kit/database/region-filter';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { RegistrationRow } from './registration.entity';
import type { RegistrationFilter } from './registration.input';
import type { RegistrationStatus } from './registration.type';

/** Next report due first. */
export const REPORT_DUE_FIRST: readonly SortColumn<RegistrationRow>[] = [
  { expression: 'registration.nextReportDue', of: ({ nextReportDue }) => nextReportDue },
  { expression: 'registration.id', of: ({ id }) => id },
];

/** What {@link RegistrationRow.statusOn} says, for searching; `:today` is the day. */
const STANDS: Readonly<Record<RegistrationStatus, string>> = {
  ACTIVE: 'ended_as IS NULL AND valid_until >= :today AND next_report_due >= :today',
  DUE_REPORT: 'ended_as IS NULL AND valid_until >= :today AND next_report_due < :today',
  LAPSED: 'ended_as IS NULL AND valid_until < :today',
  PLACED: "ended_as = 'PLACED'",
  REMOVED: "ended_as = 'REMOVED'",
};

const KNOWN_ELSEWHERE = `SELECT 1 FROM person_echo echo
  WHERE echo.person_id = registration.person_id AND coalesce(echo.enrolled_since, echo.placed_since) IS NOT NULL`;

/** A condition over `registration`, with the parameter `today`, that it stands as one of these. */
export function standsAs(statuses: readonly RegistrationStatus[]): string {
  return statuses.length === 0
    ? 'false'
    : `(${[...new Set(statuses)].map((status) => `(${STANDS[status]})`).join(' OR ')})`;
}

export const registrationRepository = {
  select(db: EntityManager, filter: RegistrationFilter, today: string): SelectQueryBuilder<RegistrationRow> {
    const query = db.createQueryBuilder(RegistrationRow, 'registration').setParameters({ today });
    if (filter.office) query.andWhere('registration.officeId = :office', { office: filter.office });
    if (filter.status) query.andWhere(standsAs(filter.status));
    if (filter.reportOverdue != null) {
      query.andWhere(`${filter.reportOverdue ? '' : 'NOT '}(${STANDS.DUE_REPORT})`);
    }
    if (filter.reportDueTo)
      query.andWhere('registration.nextReportDue <= :dueTo', { dueTo: filter.reportDueTo });
    if (filter.enrolledOrPlaced != null) {
      query.andWhere(`${filter.enrolledOrPlaced ? '' : 'NOT '}EXISTS (${KNOWN_ELSEWHERE})`);
    }
    return whereWithin(query, 'registration.regionCode', filter.region);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<RegistrationRow[]> {
    return db.findBy(RegistrationRow, { id: In([...ids]) });
  },

  /** Newest first. */
  async findOfPeople(db: EntityManager, personIds: readonly string[]): Promise<RegistrationRow[]> {
    return db.find(RegistrationRow, {
      where: { personId: In([...personIds]) },
      order: { registeredOn: 'DESC', id: 'ASC' },
    });
  },

  /** When the echo of enrolments and placements last heard of somebody; null: never. */
  async findEchoState(db: EntityManager): Promise<Date | null> {
    const [row]: { as_of: Date | null }[] = await db.query('SELECT max(as_of) AS as_of FROM person_echo');
    return row?.as_of ?? null;
  },
};
