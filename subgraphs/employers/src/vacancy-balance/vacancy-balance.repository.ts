import type { EducationLevel, IpkForm, Sex } from '@simpul/kit/graphql/shared-enums';
import type { EntityManager } from 'typeorm';

/** Forms that balance vacancies, each with its one dimension; the others are balances of people. */
export const BALANCE_DIMENSIONS: Readonly<Partial<Record<IpkForm, readonly [name: string, column: string]>>> =
  {
    III_1: ['sex', 'vacancy.sex'],
    III_4: ['education', 'vacancy.education'],
    III_5: ['occupation', 'vacancy.occupation_code'],
    III_6: ['industry', 'employer.industry_code'],
    III_7: ['industry', 'employer.industry_code'],
  };

/** Posts of one value of the form's dimension; null stands for vacancies that do not state it. */
export interface BalanceCount {
  readonly sex?: Sex | null;
  readonly education?: EducationLevel | null;
  readonly occupation?: string | null;
  readonly industry?: string | null;
  readonly carriedOver: number;
  readonly reported: number;
  readonly filled: number;
  readonly removed: number;
  readonly demo: boolean;
}

/** Days from the first, and before the last. */
export interface BalancePeriod {
  readonly start: string;
  readonly end: string;
}

export const vacancyBalanceRepository = {
  /**
   * Posts count where the work is; those of work abroad, and those that do not say where, at the employer's main site,
   * so that every reported post stands in the balance of exactly one city.
   */
  async count(
    db: EntityManager,
    form: IpkForm,
    region: string,
    { start, end }: BalancePeriod,
  ): Promise<BalanceCount[]> {
    const dimension = BALANCE_DIMENSIONS[form];
    if (!dimension) throw new Error(`${form} has no part for vacancies.`);
    const [name, column] = dimension;
    const within = (kind: string): string =>
      `coalesce(sum(change.posts) FILTER (WHERE change.kind = '${kind}' AND change.changed_on >= $3), 0)`;
    return db.query(
      `SELECT * FROM (
         SELECT ${column} AS "${name}",
           coalesce(sum(CASE change.kind WHEN 'REPORTED' THEN change.posts ELSE -change.posts END)
             FILTER (WHERE change.changed_on < $3), 0) AS "carriedOver",
           ${within('REPORTED')} AS reported, ${within('FILLED')} AS filled, ${within('REMOVED')} AS removed,
           bool_or(vacancy.demo) AS demo
         FROM vacancy_post_change change
         JOIN vacancy ON vacancy.id = change.vacancy_id
         JOIN employer ON employer.id = vacancy.employer_id
         WHERE change.changed_on < $4
           AND (vacancy.work_region_code >= $1 AND vacancy.work_region_code < $2
             OR vacancy.work_region_code IS NULL AND employer.region_code >= $1 AND employer.region_code < $2)
         GROUP BY ${column}) balance
       WHERE "carriedOver" <> 0 OR reported <> 0 OR filled <> 0 OR removed <> 0
       ORDER BY "${name}" NULLS LAST`,
      [region, `${region}/`, start, end],
    );
  },
};
