import type { AgencyName } from '../testkit/house';
import type { TestAgency } from '../testkit/agency';

/** A record that the matrix asks for, and whom it is about. */
export interface Subject {
  readonly type: string;
  readonly id: string;
  readonly person: string;
}

/** Rows that have as much to show as an agency's records can have. */
const PICKS: Readonly<Record<AgencyName, readonly (readonly [type: string, query: string])[]>> = {
  'labor-office': [
    [
      'FinancingCase',
      'SELECT id, person_id AS person FROM financing_case WHERE prerequisites <> $$[]$$ ORDER BY id LIMIT 1',
    ],
    [
      'OverseasCase',
      'SELECT overseas_case_id AS id, person_id AS person FROM financing_case WHERE prerequisites <> $$[]$$ ORDER BY id LIMIT 1',
    ],
    [
      'Nomination',
      'SELECT id, person_id AS person FROM nomination WHERE follow_up IS NOT NULL AND agreement_id IS NOT NULL AND allocation_id IS NOT NULL AND class_id IS NOT NULL ORDER BY id LIMIT 1',
    ],
    [
      'Registration',
      'SELECT r.id, r.person_id AS person FROM registration r JOIN consent USING (person_id) JOIN interview USING (person_id) JOIN interest_mapping USING (person_id) ORDER BY r.id LIMIT 1',
    ],
    [
      'DuplicateCandidate',
      'SELECT candidate_id AS id, person_id AS person FROM duplicate_of_person ORDER BY 1, 2 LIMIT 1',
    ],
  ],
  'training-center': [
    [
      'Enrolment',
      'SELECT e.id, e.person_id AS person FROM enrolment e JOIN certificate c ON c.enrolment_id = e.id WHERE e.allocation_id IS NOT NULL ORDER BY e.id LIMIT 1',
    ],
    [
      'Enrolment',
      'SELECT id, person_id AS person FROM enrolment WHERE waiting_position IS NOT NULL ORDER BY id LIMIT 1',
    ],
    [
      'Certificate',
      'SELECT id, person_id AS person FROM certificate WHERE enrolment_id IS NOT NULL AND qualifier IS NOT NULL ORDER BY id LIMIT 1',
    ],
  ],
  province: [
    [
      'Internship',
      'SELECT id, coalesce(student_id, id) AS person FROM internship WHERE student_id IS NOT NULL AND employer_id IS NOT NULL ORDER BY id LIMIT 1',
    ],
    [
      'Internship',
      'SELECT id, coalesce(student_id, id) AS person FROM internship WHERE student_id IS NULL AND facility_id IS NOT NULL ORDER BY id LIMIT 1',
    ],
  ],
  employers: [
    [
      'Placement',
      'SELECT id, person_id AS person FROM placement WHERE vacancy_id IS NOT NULL AND agreement_id IS NOT NULL ORDER BY id LIMIT 1',
    ],
    [
      'Placement',
      'SELECT p.id, p.person_id AS person FROM placement p JOIN retention_check c ON c.placement_id = p.id AND c.checked_on IS NOT NULL WHERE p.training_class_id IS NOT NULL ORDER BY p.id LIMIT 1',
    ],
  ],
};

/** What the demonstration leaves open is filled in, so that there is something to withhold. */
const FILLED: Readonly<Record<AgencyName, readonly string[]>> = {
  'labor-office': [
    "UPDATE nomination SET reason = 'Alasan'",
    "UPDATE interview SET note = 'Catatan'",
    "UPDATE registration SET ak1_number = '3673-0001-2026'",
    "UPDATE person SET domicile_verified_by = office_id, domicile_verified_on = '2026-01-05', domicile_address = 'Jalan Contoh 1', disability = true",
    'UPDATE person_step SET until = since WHERE until IS NULL',
    "UPDATE consent SET withdrawn_at = '2026-06-01', valid_until = '2027-01-01'",
  ],
  'training-center': [
    "UPDATE enrolment_stage_change SET reason = 'Alasan'",
    "UPDATE certificate SET certification_body = 'LSP'",
  ],
  province: ["UPDATE internship SET guardian_consent_on = '2026-01-05', certificate_id = gen_random_uuid()"],
  employers: [
    "UPDATE placement SET ends_on = '2027-01-31', programme_id = gen_random_uuid(), allocation_id = gen_random_uuid()",
  ],
};

/** The records that the matrix asks for, and the people themselves. */
export async function subjectsIn(name: AgencyName, agency: TestAgency): Promise<readonly Subject[]> {
  for (const statement of FILLED[name]) await agency.sql(statement);
  const subjects: Subject[] = [];
  for (const [type, query] of PICKS[name]) {
    const [row] = await agency.sql<{ id: string; person: string }>(query);
    if (row === undefined) throw new Error(`The demonstration has no ${type} with enough to show.`);
    subjects.push({ type, ...row });
  }
  if (name === 'province') return subjects;
  const people = new Set(subjects.map(({ person }) => person));
  return [...subjects, ...[...people].map((person) => ({ type: 'Person', id: person, person }))];
}
