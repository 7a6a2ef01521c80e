import { type EntityManager, In } from 'typeorm';
import { InterestMappingRow } from './interest-mapping.entity';

/** People registered today with an interest in each occupation or one below it, whoever has none of them left out. */
const CANDIDATES = `
  SELECT wanted.code, count(DISTINCT interest.person_id) AS count
  FROM unnest($1::text[]) AS wanted(code)
  JOIN interest_in_occupation interest
    ON interest.occupation_code >= wanted.code AND interest.occupation_code < wanted.code || ':'
  JOIN person ON person.id = interest.person_id
  WHERE ($2::text IS NULL OR (person.domicile_region_code >= $2 AND person.domicile_region_code < $2 || '/'))
    AND person.registered_until >= $3
  GROUP BY wanted.code`;

export const interestMappingRepository = {
  /** Newest first. */
  async findOfPeople(db: EntityManager, personIds: readonly string[]): Promise<InterestMappingRow[]> {
    return db.find(InterestMappingRow, {
      where: { personId: In([...personIds]) },
      order: { mappedOn: 'DESC', id: 'ASC' },
    });
  },

  async countCandidates(
    db: EntityManager,
    occupations: readonly string[],
    region: string | null,
    today: string,
  ): Promise<ReadonlyMap<string, number>> {
    const rows: { code: string; count: number }[] = await db.query(CANDIDATES, [occupations, region, today]);
    return new Map(rows.map(({ code, count }) => [code, count]));
  },
};
