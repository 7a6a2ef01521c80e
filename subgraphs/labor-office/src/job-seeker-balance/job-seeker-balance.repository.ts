import type { EducationLevel, Sex } from '@simpul/kit/graphql/shared-enums';
import type { EntityManager } from 'typeorm';
import type { AgeBand } from './job-seeker-balance.type';

/** Forms that balance job seekers. */
export type SeekerForm = 'III_1' | 'III_2' | 'III_3';

/** A stretch of days, the last one not in it. */
export interface Stretch {
  readonly from: string;
  readonly before: string;
}

/** One row of a balance; dimensions that the form lacks are null. */
export interface BalanceRow {
  readonly ageBand: AgeBand | null;
  readonly sex: Sex | null;
  readonly education: EducationLevel | null;
  readonly occupation: string | null;
  readonly carriedOver: number;
  readonly registered: number;
  readonly placed: number;
  readonly removed: number;
  readonly carriedForward: number;
  readonly demo: boolean;
}

/** By the age at registration: a birthday then moves nobody between rows, and each month begins where the last one ended. */
const AGE_BAND = `(ARRAY['AGE_15_19', 'AGE_20_29', 'AGE_30_44', 'AGE_45_54', 'AGE_55_UP'])[
  width_bucket(extract(year FROM age(registration.registered_on::timestamp, person.birth_date::timestamp)), ARRAY[15, 20, 30, 45, 55])]`;

const LEVELS = `array_position(
  ARRAY['NONE', 'SD', 'SMP', 'SMA', 'SMK', 'DIPLOMA', 'BACHELOR', 'POSTGRADUATE'], education)`;

/** The dimensions of each form and their order. Of several occupations the first counts, so that nobody counts twice. */
const FORMS: Readonly<Record<SeekerForm, { dimensions: string; order: string }>> = {
  III_1: {
    dimensions: `${AGE_BAND} AS "ageBand", person.sex, NULL AS education, NULL AS occupation`,
    order: '"ageBand" NULLS LAST, sex DESC NULLS LAST',
  },
  III_2: {
    dimensions: 'NULL AS "ageBand", NULL AS sex, person.education, NULL AS occupation',
    order: `${LEVELS} NULLS LAST`,
  },
  III_3: {
    dimensions:
      'NULL AS "ageBand", NULL AS sex, NULL AS education, registration.occupations[1] AS occupation',
    order: 'occupation COLLATE "C" NULLS LAST',
  },
};

export const jobSeekerBalanceRepository = {
  /** Registrations of the offices in a region that stood on at least one day of the stretch. */
  async balance(
    db: EntityManager,
    form: SeekerForm,
    region: string,
    { from, before }: Stretch,
  ): Promise<BalanceRow[]> {
    const { dimensions, order } = FORMS[form];
    return db.query(
      `SELECT * FROM (
        SELECT ${dimensions},
          count(*) FILTER (WHERE registered_on < $1) AS "carriedOver",
          count(*) FILTER (WHERE registered_on >= $1) AS registered,
          count(*) FILTER (WHERE left_on < $2 AND ended_as = 'PLACED') AS placed,
          count(*) FILTER (WHERE left_on < $2 AND ended_as IS DISTINCT FROM 'PLACED') AS removed,
          count(*) FILTER (WHERE left_on >= $2) AS "carriedForward",
          bool_or(registration.demo OR person.demo) AS demo
        FROM registration JOIN person ON person.id = registration.person_id
        WHERE registered_on < $2 AND left_on >= $1 AND region_code >= $3 AND region_code < $3 || '/'
        GROUP BY 1, 2, 3, 4
      ) AS balance ORDER BY ${order}`,
      [from, before, region],
    );
  },
};
