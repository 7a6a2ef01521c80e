import type { EntityManager } from 'typeorm';
import { OfficeHoldingRow } from './office-holding.entity';

/**
 * Held on `:on` as far as is known. Without a recorded first or last day an office counts as held between the first and
 * the last day on which a source shows it, and no longer.
 */
const HELD_ON = `holding.held_from <= :on AND coalesce(holding.held_to, 'infinity') >= :on
  OR holding.held_from IS NULL
    AND :on >= (SELECT min(seen::date) FROM unnest(holding.seen_on) seen)
    AND :on <= coalesce(holding.held_to, (SELECT max(seen::date) FROM unnest(holding.seen_on) seen))`;

export const officeHoldingRepository = {
  async findByOrganizations(
    db: EntityManager,
    ids: readonly string[],
    on: string | null,
  ): Promise<OfficeHoldingRow[]> {
    const query = db
      .createQueryBuilder(OfficeHoldingRow, 'holding')
      .where('holding.organizationId IN (:...ids)', { ids });
    if (on !== null) query.andWhere(`(${HELD_ON})`, { on });
    return query.orderBy('holding.office').addOrderBy('holding.name').getMany();
  },
};
