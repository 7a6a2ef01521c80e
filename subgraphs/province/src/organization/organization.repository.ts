import type { SortColumn } from '@simpul/kit/database/page';
import { whereWithin } from '@simpul/kit/database/region-filter';
import { wordPatterns } from '@simpul/kit/database/words';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { OrganizationRow } from './organization.entity';
import type { OrganizationFilter } from './organization.input';

/** In the order of names. */
export const ORGANIZATION_NAME: readonly SortColumn<OrganizationRow>[] = [
  { expression: 'organization.name', of: ({ name }) => name },
  { expression: 'organization.id', of: ({ id }) => id },
];

export const organizationRepository = {
  select(db: EntityManager, { kind, region, text }: OrganizationFilter): SelectQueryBuilder<OrganizationRow> {
    const query = db.createQueryBuilder(OrganizationRow, 'organization');
    if (kind) query.andWhere('organization.kind = ANY (:kind)', { kind });
    if (text) {
      query.andWhere(
        "concat_ws(' ', organization.name, array_to_string(organization.aliases, ' ')) ILIKE ALL (:words)",
        { words: wordPatterns(text) },
      );
    }
    return whereWithin(query, 'organization.regionCode', region);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<OrganizationRow[]> {
    return db.findBy(OrganizationRow, { id: In([...ids]) });
  },
};
