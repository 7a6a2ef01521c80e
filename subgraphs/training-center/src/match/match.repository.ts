import type { SortColumn } from '@simpul/kit/database/page';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { TrainingClassRow } from '../training-class/training-class.entity';
import { MatchRow } from './match.entity';

/** What an open vacancy wants, as the employers told it. */
export interface WantedByVacancy {
  readonly vacancyId: string;
  readonly employerId: string | null;
  readonly units: readonly string[];
}

/** Where matching people may live and what day it is. */
export interface MatchScope {
  readonly region: string | null;
  readonly today: string;
}

const BY_SHOWN_FIT: readonly SortColumn<MatchRow>[] = [
  { expression: 'candidate.matched', of: ({ matched }) => matched, descending: true },
  { expression: 'candidate.distance', of: ({ distance }) => distance },
];

const BY_ID: SortColumn<MatchRow> = { expression: 'candidate.id', of: ({ id }) => id };

const BY_VALIDITY: SortColumn<MatchRow> = {
  expression: 'candidate.certifiedUntil',
  of: ({ certifiedUntil }) => certifiedUntil,
  descending: true,
  whenNull: 'infinity',
};

/** Most units proven first, then nearest, then certified longest. */
export const BEST_FIRST: readonly SortColumn<MatchRow>[] = [...BY_SHOWN_FIT, BY_VALIDITY, BY_ID];

/** The same for whoever is not told of days: they would show in the order, and be the same order for every vacancy alike. */
export const BEST_FIRST_UNDATED: readonly SortColumn<MatchRow>[] = [...BY_SHOWN_FIT, BY_ID];

/** Classes that the next graduates come from. */
const NEXT_CLASSES = 5;

/** Unit codes of a set, in one text: what a batch over sets of units is keyed by. */
const SEPARATOR = ' ';

/** The key of a set of units. */
export function unitSetKey(units: readonly string[]): string {
  return [...units].sort().join(SEPARATOR);
}

const WITHIN_REGION =
  "(CAST(:region AS text) IS NULL OR home.district_code >= :region AND home.district_code < :region || '/')";

const CANDIDATES = `
  SELECT match_id(match_salt.salt, fit.vacancy_id, fit.person_id) AS id, fit.vacancy_id, fit.person_id,
    fit.units AS matched_units, cardinality(fit.units) AS matched, substr(home.district_code, 1, 5) AS region_code,
    CASE
      WHEN home.district_code = substr(vacancy.work_region_code, 1, 8) THEN 0
      WHEN substr(home.district_code, 1, 5) = substr(vacancy.work_region_code, 1, 5) THEN 1
      WHEN substr(home.district_code, 1, 2) = substr(vacancy.work_region_code, 1, 2) THEN 2
      ELSE 3
    END AS distance,
    NULLIF(fit.certified_until, 'infinity') AS certified_until, coalesce(home.demo, false) AS demo
  FROM (
    SELECT wanted.vacancy_id, proven.person_id, array_agg(DISTINCT proven.unit_code) AS units,
      min(proven.proven_until) AS certified_until
    FROM vacancy_echo_unit wanted
    JOIN certificate_unit proven ON proven.unit_code = wanted.unit_code
    WHERE wanted.vacancy_id = ANY (:vacancies) AND proven.proven_until >= :today
    GROUP BY 1, 2
  ) fit
  JOIN vacancy_echo vacancy ON vacancy.vacancy_id = fit.vacancy_id
  LEFT JOIN graduate_echo home ON home.person_id = fit.person_id
  CROSS JOIN match_salt
  WHERE ${WITHIN_REGION}`;

export const matchRepository = {
  async findOpenVacancies(
    db: EntityManager,
    ids: readonly string[],
    today: string,
  ): Promise<WantedByVacancy[]> {
    return db.query(
      `SELECT vacancy_id AS "vacancyId", employer_id AS "employerId",
         ARRAY(SELECT unit_code FROM vacancy_echo_unit unit WHERE unit.vacancy_id = vacancy_echo.vacancy_id ORDER BY 1) AS units
       FROM vacancy_echo
       WHERE vacancy_id = ANY ($1) AND status IN ('OPEN', 'PARTLY_FILLED') AND (valid_until IS NULL OR valid_until >= $2)`,
      [ids, today],
    );
  },

  /** People who prove at least one unit of a set, by the key of the set. */
  async countHolders(
    db: EntityManager,
    unitSets: readonly string[],
    { region, today }: MatchScope,
  ): Promise<{ readonly key: string; readonly people: number }[]> {
    const home = `JOIN graduate_echo home ON home.person_id = proven.person_id
      AND home.district_code >= $3 AND home.district_code < $3 || '/'`;
    return db.query(
      `SELECT key, count(*) AS people FROM (
         SELECT DISTINCT wanted.key, proven.person_id
         FROM unnest($1::text[]) AS wanted (key)
         CROSS JOIN LATERAL unnest(string_to_array(wanted.key, '${SEPARATOR}')) AS unit (code)
         JOIN certificate_unit proven ON proven.unit_code = unit.code AND proven.proven_until >= $2
         ${region === null ? '' : home}
       ) holder GROUP BY key`,
      region === null ? [unitSets, today] : [unitSets, today, region],
    );
  },

  selectCandidates(
    db: EntityManager,
    vacancies: readonly string[],
    { region, today }: MatchScope,
  ): SelectQueryBuilder<MatchRow> {
    return db
      .createQueryBuilder(MatchRow, 'candidate')
      .addCommonTableExpression(CANDIDATES, 'match_candidate')
      .setParameters({ vacancies, region, today });
  },

  /** Classes that teach a unit of a set and end next, by the key of the set. */
  async findNextClasses(
    db: EntityManager,
    unitSets: readonly string[],
    today: string,
  ): Promise<{ readonly key: string; readonly trainingClass: TrainingClassRow }[]> {
    const ranked = `(
      SELECT wanted.key, coming.id, row_number() OVER (PARTITION BY wanted.key ORDER BY coming.ends_on, coming.id) AS rank
      FROM unnest(CAST(:unitSets AS text[])) AS wanted (key)
      JOIN training_class coming ON coming.status IN ('PLANNED', 'OPEN', 'RUNNING') AND coming.ends_on >= :today
        AND EXISTS (SELECT 1 FROM programme_unit taught WHERE taught.programme_id = coming.programme_id
          AND taught.unit_code = ANY (string_to_array(wanted.key, '${SEPARATOR}'))))`;
    const { raw, entities } = await db
      .createQueryBuilder(TrainingClassRow, 'class')
      .innerJoin(ranked, 'next', `next.id = class.id AND next.rank <= ${String(NEXT_CLASSES)}`)
      .addSelect('next.key', 'unit_set')
      .setParameters({ unitSets, today })
      .orderBy('class.endsOn')
      .addOrderBy('class.id')
      .getRawAndEntities<{ unit_set: string; class_id: string }>();
    const byId = new Map(entities.map((trainingClass) => [trainingClass.id, trainingClass]));
    return raw.flatMap(({ unit_set, class_id }) => {
      const trainingClass = byId.get(class_id);
      return trainingClass ? { key: unit_set, trainingClass } : [];
    });
  },
};
