import type { PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { type EntityManager, In } from 'typeorm';
import { OverseasPathwayRow } from './overseas-pathway.entity';

/** Country and scheme that a pathway must have; null: any, unknown ones too. */
export interface PathwayFilter {
  readonly country: string | null;
  readonly scheme: PlacementScheme | null;
}

export const overseasPathwayRepository = {
  async list(db: EntityManager, { country, scheme }: PathwayFilter): Promise<OverseasPathwayRow[]> {
    const query = db
      .createQueryBuilder(OverseasPathwayRow, 'pathway')
      .orderBy('pathway.country', 'ASC', 'NULLS LAST')
      .addOrderBy('pathway.scheme', 'ASC', 'NULLS LAST')
      .addOrderBy('pathway.id');
    if (country) query.andWhere('pathway.country = :country', { country });
    if (scheme) query.andWhere('pathway.scheme = :scheme', { scheme });
    return query.getMany();
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<OverseasPathwayRow[]> {
    return db.findBy(OverseasPathwayRow, { id: In([...ids]) });
  },
};
