import { type EntityManager, In } from 'typeorm';
import { FacilityRow } from './facility.entity';
import type { FacilityCapability } from './facility.type';

/** A facility as one of those that a programme needs. */
export interface NeededFacility {
  readonly programmeId: string;
  readonly facility: FacilityRow;
}

export const facilityRepository = {
  async list(db: EntityManager, capability: FacilityCapability | null): Promise<FacilityRow[]> {
    const query = db
      .createQueryBuilder(FacilityRow, 'facility')
      .orderBy('facility.demo')
      .addOrderBy('facility.name');
    if (capability) query.where(':capability = ANY (facility.capabilities)', { capability });
    return query.getMany();
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<FacilityRow[]> {
    return db.findBy(FacilityRow, { id: In([...ids]) });
  },

  async findNeeded(db: EntityManager, programmeIds: readonly string[]): Promise<NeededFacility[]> {
    const { raw, entities } = await db
      .createQueryBuilder(FacilityRow, 'facility')
      .innerJoin('programme_facility', 'link', 'link.facility_id = facility.id')
      .addSelect('link.programme_id', 'needed_by')
      .where('link.programme_id IN (:...programmeIds)', { programmeIds })
      .orderBy('facility.name')
      .getRawAndEntities<{ facility_id: string; needed_by: string }>();
    const byId = new Map(entities.map((facility) => [facility.id, facility]));
    return raw.flatMap(({ facility_id, needed_by }) => {
      const facility = byId.get(facility_id);
      return facility ? { programmeId: needed_by, facility } : [];
    });
  },
};
