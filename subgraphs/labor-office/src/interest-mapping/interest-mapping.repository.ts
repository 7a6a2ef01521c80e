import { type EntityManager, In } from 'typeorm';
import { InterestMappingRow } from './interest-mapping.entity';

/** People registered today with an interest in each occupation or one below it, whoever has none of them left out. */
const CANDIDATES = `
  WITH branch AS (
    SELECT wanted.code, known.occupation_code
    FROM unnest($1::text[]) AS wanted(code)
    JOIN (SELECT DISTINCT occupation_code FROM interest_in_occupation) AS known
      ON known.occupation_code >= wanted.code AND known.occupation_code < wanted.code || ':'
  )
  SELECT branch.code, count(DISTINCT interest.person_id) AS count
  FROM branch
  JOIN interest_in_occupation interest ON interest.occupation_code = branch.occupation_code
  JOIN person ON person.id = interest.person_id
  WHERE ($2::text IS NULL OR (person.domicile_region_code >= $2 AND person.domicile_region_code < $2 || '/'))
    AND person.registered_until >= $3
  GROUP BY branch.code`;

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
