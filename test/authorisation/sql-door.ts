import { openAgencyDatabase } from '@simpul/kit/agency/agency';
import type { AgencyDatabase, CallerSettings } from '@simpul/kit/database/database';
import { roleUrls } from '@simpul/kit/database/roles';
import { NO_REACH, type Reach } from '@simpul/kit/policy/reach';
import type { BundleGrant } from '@simpul/schema/contract/bundle';
import { AGENCIES, type AgencyName } from '../testkit/house';
import { type TestAgency, TODAY, openTestAgency } from '../testkit/agency';
import { type Records, reachedPeople } from './reached-people';

/** Tables with rows about people, and the SQL that tells whom each is about. */
export const PEOPLED: Readonly<Record<AgencyName, Readonly<Record<string, string>>>> = {
  'labor-office': {
    person: 'id',
    ...about(
      ...['person_step', 'interview', 'interest_mapping', 'interest_in_occupation', 'interest_in_country'],
      ...['registration', 'person_echo', 'nomination', 'overseas_case', 'financing_case', 'consent'],
      ...['consent_change', 'duplicate_of_person'],
    ),
  },
  'training-center': about(
    ...['enrolment', 'enrolment_stage_change', 'certificate', 'certificate_unit', 'certificate_share'],
    'graduate_echo',
  ),
  province: { internship: 'coalesce(student_id, id)' },
  employers: about('placement', 'retention_check'),
};

function about(...tables: string[]): Record<string, string> {
  return Object.fromEntries(tables.map((table) => [table, 'person_id']));
}

/** An agency's database, seen through the role that serves requests. */
export class SqlDoor {
  private constructor(
    readonly name: AgencyName,
    readonly agency: TestAgency,
    private readonly database: AgencyDatabase,
  ) {}

  static async open(name: AgencyName): Promise<SqlDoor> {
    const agency = await openTestAgency(AGENCIES[name], 2);
    const urls = roleUrls(agency.databaseUrl, name);
    // The demonstration's consents are loaded everywhere, so that nobody is told of them.
    if (name === 'labor-office')
      await agency.sql(`INSERT INTO consent_change (version, person_id, consent_id, kind)
        SELECT row_number() OVER (ORDER BY id), person_id, id, 'GIVEN' FROM consent`);
    return new SqlDoor(name, agency, await openAgencyDatabase(AGENCIES[name], urls));
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.agency.close();
  }

  async records(): Promise<Records> {
    const days = `to_char(valid_from, 'YYYY-MM-DD') AS "from", to_char(valid_until, 'YYYY-MM-DD') AS until`;
    return {
      bases: await this.agency
        .sql(`SELECT person_id AS person, keeper_id AS keeper, organization_id AS organization,
        agreement_id AS agreement, region_code AS region, ${days} FROM disclosure_basis`),
      consents: await this.agency.sql(
        `SELECT person_id AS person, recipient_id AS recipient, purpose, ${days} FROM consent_echo`,
      ),
    };
  }

  /** Tables that show a caller other people than the records say, by their names. */
  async wrongFor(
    caller: CallerSettings,
    records: Records,
    tables: readonly string[] = Object.keys(PEOPLED[this.name]),
  ): Promise<string[]> {
    const expected = reachedPeople(records, caller);
    const wrong: string[] = [];
    for (const table of tables) {
      const person = PEOPLED[this.name][table] ?? 'person_id';
      const query = `SELECT DISTINCT ${person} AS person FROM ${table}`;
      const there = await this.agency.sql<{ person: string }>(query);
      const shown = await this.database.read(caller, (db) => db.query<{ person: string }[]>(query));
      const want = there.map((row) => row.person).filter((id) => expected.has(id));
      const got = new Set(shown.map((row) => row.person));
      if (got.size !== want.length || want.some((id) => !got.has(id))) wrong.push(table);
    }
    return wrong;
  }

  /** How many rows of a table a statement counts that tells of nobody. */
  async tally(caller: CallerSettings, table: string): Promise<number> {
    const [row] = await this.database.tally(caller, (db) =>
      db.query<{ rows: number }[]>(`SELECT count(*)::int AS rows FROM ${table}`),
    );
    return row?.rows ?? 0;
  }
}

/** A caller of an organisation who reaches so much. */
export function callerOf(
  organization: string | null,
  reach: Partial<Reach>,
  purpose: CallerSettings['purpose'] = 'TRAINING',
): CallerSettings {
  const plain = { subject: 'matrix', requestId: 'matrix', office: null, today: TODAY };
  return { ...plain, organization, purpose, reach: { ...NO_REACH, ...reach } };
}

/** A grant as the bundle has it, with what the database looks at as told. */
export function grantOf(
  told: Pick<BundleGrant, 'provider' | 'recipient' | 'agreement'> & Partial<BundleGrant>,
): BundleGrant {
  return {
    ...{
      id: 'matrix',
      version: 1,
      clause: null,
      categories: ['HISTORY'],
      purposes: ['TRAINING'],
      fields: [],
    },
    ...{ regions: [], onlyUnderAgreement: true, legalBasis: 'PUBLIC_TASK', countersignatures: [] },
    ...{ validFrom: '2026-01-01', validTo: null },
    ...told,
  };
}
