import { addDays } from '@simpul/kit/clock/clock';
import type { SortColumn } from '@simpul/kit/database/page';
import { whereWithin } from '@simpul/kit/database/region-filter';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { standsAs } from '../registration/registration.repository';
import { PersonRow } from './person.entity';
import type { PersonFilter } from './person.input';

/** Ids are random: a stable order that tells nothing. */
export const BY_ID: readonly SortColumn<PersonRow>[] = [{ expression: 'person.id', of: ({ id }) => id }];

/** Codes are digits and the column collates "C", where ':' follows '9': a range covers an occupation and all below it. */
const INTERESTED = `SELECT interest.person_id FROM interest_in_occupation interest
  JOIN unnest(:occupations::text[]) AS wanted(code)
    ON interest.occupation_code >= wanted.code AND interest.occupation_code < wanted.code || ':'`;

export const personRepository = {
  /** A person, locked: changes that check what the person has take turns. */
  async lock(db: EntityManager, id: string): Promise<PersonRow | null> {
    return db.findOne(PersonRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  },

  select(db: EntityManager, filter: PersonFilter, today: string): SelectQueryBuilder<PersonRow> {
    const query = db.createQueryBuilder(PersonRow, 'person').setParameters({ today });
    if (filter.stage) query.andWhere('person.stage = ANY(:stages)', { stages: filter.stage });
    if (filter.minDaysInStage != null) {
      query.andWhere('person.stageSince <= :stageBegan', {
        stageBegan: addDays(today, -filter.minDaysInStage),
      });
    }
    if (filter.siapkerjaRegistered != null) {
      query.andWhere('person.siapkerja = :siapkerja', { siapkerja: filter.siapkerjaRegistered });
    }
    if (filter.education)
      query.andWhere('person.education = ANY(:education)', { education: filter.education });
    if (filter.registeredTwice != null) {
      query.andWhere(`person.officeCount ${filter.registeredTwice ? '> 1' : '<= 1'}`);
    }
    if (filter.interestedIn) {
      query.andWhere(`person.id IN (${INTERESTED})`, { occupations: filter.interestedIn });
    }
    if (filter.countries) {
      query.andWhere(
        'person.id IN (SELECT person_id FROM interest_in_country WHERE country = ANY(:countries))',
        {
          countries: filter.countries,
        },
      );
    }
    whereRegistered(query, filter);
    return whereWithin(query, 'person.domicileRegionCode', filter.region);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<PersonRow[]> {
    return db.findBy(PersonRow, { id: In([...ids]) });
  },
};

/**
 * Office and state are asked of one registration, not one of this and the other of that. Where no state is asked, it is
 * one that has not ended or run out.
 */
function whereRegistered(query: SelectQueryBuilder<PersonRow>, filter: PersonFilter): void {
  if (!filter.office && !filter.registrationStatus) return;
  const conditions = [
    ...(filter.office ? ['office_id = :office'] : []),
    filter.registrationStatus ? standsAs(filter.registrationStatus) : 'left_on > :today',
  ];
  query.andWhere(`person.id IN (SELECT person_id FROM registration WHERE ${conditions.join(' AND ')})`, {
    office: filter.office,
  });
}
