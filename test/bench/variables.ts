import { roleUrls } from '@simpul/kit/database/roles';
import type { Databases } from '@simpul/kit/launch/databases';
import { withClient } from '@simpul/kit/postgres/database';
import { agreementId, organizationId } from '@simpul/schema/contract/ids';
import { claimsOfLogin } from '../testkit/askers';
import type { AgencyName } from '../testkit/house';
import { Unanswered } from './question';

/** Where the variables of an operation come from: the columns of one row of an agency's data are named after them. */
interface VariableSource {
  readonly given?: object;
  readonly found?: { readonly agency: AgencyName; readonly sql: string };
}

const { organization: OFFICE } = claimsOfLogin('caseworker');
const { employer: EMPLOYER } = claimsOfLogin('recruiter');

/** The busiest row of its kind that the asker has each time: whoever asks about another one waits less. Questions without an entry need none. */
const SOURCES: Readonly<Record<string, VariableSource>> = {
  'agencies-05': {
    given: { recipient: organizationId('bbpvp-serang') },
    found: {
      agency: 'labor-office',
      sql: `SELECT person_id AS person FROM consent JOIN person ON person.id = person_id
        WHERE withdrawn_at IS NULL AND office_id = '${OFFICE}'
        GROUP BY person_id ORDER BY count(*) DESC, person_id LIMIT 1`,
    },
  },
  'agencies-08': {
    found: {
      agency: 'labor-office',
      sql: `SELECT person.id AS person FROM person LEFT JOIN duplicate_of_person ON person_id = person.id
        WHERE office_count > 1 GROUP BY person.id ORDER BY count(person_id) DESC, person.id LIMIT 1`,
    },
  },
  'agencies-12': {
    found: {
      agency: 'training-center',
      sql: `SELECT agreement_id AS agreement FROM training_class WHERE agreement_id IS NOT NULL
        GROUP BY agreement_id ORDER BY count(*) DESC, agreement_id LIMIT 1`,
    },
  },
  'employers-01': {
    found: {
      agency: 'employers',
      // Kota Serang: where a local-hire rule is recorded.
      sql: `SELECT employer_id AS employer FROM workforce_report JOIN employer ON employer.id = employer_id
        WHERE region_code LIKE '36.73%' GROUP BY employer_id ORDER BY count(*) DESC, employer_id LIMIT 1`,
    },
  },
  'employers-02': {
    given: { district: '36.73' },
    found: {
      agency: 'training-center',
      sql: `SELECT vacancy_id AS vacancy FROM vacancy_echo JOIN vacancy_echo_unit USING (vacancy_id)
        JOIN (SELECT unit_code, count(*) AS holders FROM certificate_unit GROUP BY unit_code) AS proven USING (unit_code)
        WHERE status IN ('OPEN', 'PARTLY_FILLED') AND employer_id = '${EMPLOYER}'
        GROUP BY vacancy_id ORDER BY sum(holders) DESC, vacancy_id LIMIT 1`,
    },
  },
  'employers-03': {
    found: {
      agency: 'labor-office',
      sql: `SELECT vacancy_id AS vacancy FROM vacancy_verification
        ORDER BY cardinality(missing) DESC, vacancy_id LIMIT 1`,
    },
  },
  'employers-05': {
    found: {
      agency: 'employers',
      sql: `SELECT employer_id AS employer FROM vacancy WHERE status IN ('OPEN', 'PARTLY_FILLED', 'VERIFIED')
        GROUP BY employer_id ORDER BY count(*) DESC, employer_id LIMIT 1`,
    },
  },
  'employers-06': {
    found: {
      agency: 'training-center',
      sql: `SELECT employer_id AS employer FROM training_request WHERE employer_id IS NOT NULL
        GROUP BY employer_id ORDER BY count(*) DESC, employer_id LIMIT 1`,
    },
  },
  'employers-07': {
    given: { shareCode: 'guessed' },
    found: {
      agency: 'training-center',
      sql: 'SELECT number FROM certificate WHERE revoked_on IS NULL ORDER BY cardinality(units) DESC, id LIMIT 1',
    },
  },
  'employers-08': {
    found: {
      agency: 'province',
      sql: `SELECT ARRAY[occupation_code] AS trades FROM internship
        WHERE ends_on BETWEEN '2026-04-01' AND '2026-06-30' AND employer_id = '${EMPLOYER}'
        GROUP BY occupation_code ORDER BY count(*) DESC, occupation_code LIMIT 1`,
    },
  },
  'employers-09': { given: { agreement: agreementId('D3') } },
};

/** Finds variables that make sense for a question in the data that is there. */
export async function findVariables(question: string, databases: Databases): Promise<object> {
  const { given = {}, found } = SOURCES[question] ?? {};
  if (found === undefined) return given;
  const { worker } = roleUrls(databases.urlOf(found.agency), found.agency);
  const [row] = await withClient(worker, async (client) => {
    // Rows about people are hidden from a connection that has not said who asks.
    await client.query(`SELECT set_config('simpul.subject', 'bench:questions', false)`);
    return (await client.query<object>(found.sql)).rows;
  });
  if (row === undefined) throw new Unanswered(`${found.agency} has no row to ask about`);
  return { ...given, ...row };
}
