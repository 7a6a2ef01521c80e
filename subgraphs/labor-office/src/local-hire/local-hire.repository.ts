import type { EntityManager } from 'typeorm';

/** What the echo of workforce reports tells of an employer's workplace. */
export interface Workplace {
  readonly employerId: string;
  /** City or regency; null when not recorded. */
  readonly region: string | null;
  readonly demo: boolean;
}

/** People in classes for residents of a region who will have finished by a day. */
export interface GraduatesDue {
  readonly region: string;
  readonly endsOn: string;
  readonly graduates: number;
}

export const localHireRepository = {
  async findWorkplaces(db: EntityManager, employerIds: readonly string[]): Promise<Workplace[]> {
    return db.query(
      `SELECT DISTINCT ON (employer_id) employer_id AS "employerId", region_code AS region, demo
       FROM workforce_echo WHERE employer_id = ANY($1) ORDER BY employer_id, period_to DESC`,
      [employerIds],
    );
  },

  /** Earliest day first, each with all who finish up to then. */
  async findGraduatesDue(
    db: EntityManager,
    regions: readonly string[],
    today: string,
  ): Promise<GraduatesDue[]> {
    return db.query(
      `SELECT wanted.region, ends_on AS "endsOn",
         sum(sum(participants)) OVER (PARTITION BY wanted.region ORDER BY ends_on) AS graduates
       FROM unnest($1::text[]) AS wanted(region)
       JOIN graduation_echo ON city_code >= wanted.region AND city_code < wanted.region || '/'
       WHERE ends_on >= $2 GROUP BY wanted.region, ends_on ORDER BY wanted.region, ends_on`,
      [regions, today],
    );
  },
};
