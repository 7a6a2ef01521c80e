import type { EntityManager } from 'typeorm';
import { OrganizationKeyRow } from './organization-key.entity';

export const organizationKeyRepository = {
  /** The keys that an organisation may sign with on a day. */
  async findValid(db: EntityManager, organizationId: string, day: string): Promise<OrganizationKeyRow[]> {
    return db
      .createQueryBuilder(OrganizationKeyRow, 'key')
      .where('key.organizationId = :organizationId', { organizationId })
      .andWhere("key.validFrom <= :day AND coalesce(key.validTo, 'infinity') >= :day", { day })
      .getMany();
  },
};
