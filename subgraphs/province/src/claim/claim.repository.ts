import { type EntityManager, In } from 'typeorm';
import { ClaimRow } from './claim.entity';

/** One property of one matter. */
export interface FigureKey {
  readonly subject: string;
  readonly predicate: string;
}

export const claimRepository = {
  async findByIds(db: EntityManager, ids: readonly string[]): Promise<ClaimRow[]> {
    return db.findBy(ClaimRow, { id: In([...ids]) });
  },

  /** Oldest first, as they were recorded: the day on which something was said is often unknown. */
  async findByFigures(db: EntityManager, keys: readonly FigureKey[]): Promise<ClaimRow[]> {
    return db
      .createQueryBuilder(ClaimRow, 'claim')
      .where(
        '(claim.subject, claim.predicate) IN (SELECT * FROM unnest(:subjects::text[], :predicates::text[]))',
        {
          subjects: keys.map(({ subject }) => subject),
          predicates: keys.map(({ predicate }) => predicate),
        },
      )
      .orderBy('claim.recorded')
      .getMany();
  },
};
