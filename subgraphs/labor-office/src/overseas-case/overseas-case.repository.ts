import { whereWithin } from '@simpul/kit/database/region-filter';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { PersonRow } from '../person/person.entity';
import { OverseasCaseRow } from './overseas-case.entity';
import type { OverseasCaseFilter } from './overseas-case.input';

export const overseasCaseRepository = {
  /** Cases as `overseasCase`, each with its candidate as `person`. */
  select(db: EntityManager, filter: OverseasCaseFilter): SelectQueryBuilder<OverseasCaseRow> {
    const query = db
      .createQueryBuilder(OverseasCaseRow, 'overseasCase')
      .innerJoin(PersonRow, 'person', 'person.id = overseasCase.personId');
    if (filter.scheme) query.andWhere('overseasCase.scheme = ANY(:scheme)', { scheme: filter.scheme });
    if (filter.countries) {
      query.andWhere('overseasCase.country = ANY(:countries)', { countries: filter.countries });
    }
    if (filter.stage) query.andWhere('overseasCase.stage = ANY(:stage)', { stage: filter.stage });
    if (filter.funding) query.andWhere('overseasCase.funding = ANY(:funding)', { funding: filter.funding });
    if (filter.agreement) {
      query.andWhere('overseasCase.agreementId = :agreement', { agreement: filter.agreement });
    }
    return whereWithin(query, 'person.domicileRegionCode', filter.region);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<OverseasCaseRow[]> {
    return db.findBy(OverseasCaseRow, { id: In([...ids]) });
  },

  /** Newest first. */
  async findOfPeople(db: EntityManager, personIds: readonly string[]): Promise<OverseasCaseRow[]> {
    return db.find(OverseasCaseRow, {
      where: { personId: In([...personIds]) },
      order: { openedOn: 'DESC', id: 'ASC' },
    });
  },
};
