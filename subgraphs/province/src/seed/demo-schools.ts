import { insertRows } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { type SchoolSlug, facilityId, schoolNpsn } from '@simpul/schema/contract/ids';
import { DEMO_TODAY } from '@simpul/schema/demo/calendar';
import type { StoryInternship } from '@simpul/schema/demo/placement.types';
import type { EntityManager } from 'typeorm';
import { DEMO_SOURCE } from './demo-agreements';

const SCHOOLS: readonly (readonly [SchoolSlug, name: string, region: string])[] = [
  ['smk-demo-1', 'SMK Contoh Satu (demo)', '36.73'],
  ['smk-demo-2', 'SMK Contoh Dua (demo)', '36.72'],
  ['smk-demo-3', 'SMK Contoh Tiga (demo)', '36.73'],
];

/** Writes the schools of the demonstration. */
export async function loadDemoSchools(db: EntityManager): Promise<void> {
  await insertRows(
    db,
    'school',
    SCHOOLS.map(([slug, name, region]) => ({
      npsn: schoolNpsn(slug),
      npsn_provisional: true,
      name,
      kind: 'SMK',
      region_code: region,
      sources: [DEMO_SOURCE],
      demo: true,
    })),
  );
}

/** Writes internships; what their events tell leaves students and guardians out. */
export async function loadDemoInternships(
  db: EntityManager,
  internships: readonly StoryInternship[],
): Promise<void> {
  await insertRows(db, 'internship', internships.map(internshipRow));
  await insertRows(
    db,
    'event',
    internships.map(({ id, school, occupation, status, startsOn, endsOn }) =>
      loadedEvent({
        aggregateType: 'Internship',
        aggregateId: id,
        type: 'InternshipPlanned',
        occurredOn: startsOn < DEMO_TODAY ? startsOn : DEMO_TODAY,
        payload: { school: schoolNpsn(school), occupation, status, startsOn, endsOn },
        demo: true,
      }),
    ),
  );
}

function internshipRow(internship: StoryInternship): Record<string, unknown> {
  const { id, facility, occupation, status, minor } = internship;
  return {
    ...{ id, status, minor },
    student_id: internship.studentId,
    school_npsn: schoolNpsn(internship.school),
    employer_id: internship.employerId,
    facility_id: facility === null ? null : facilityId(facility),
    occupation_code: occupation,
    starts_on: internship.startsOn,
    ends_on: internship.endsOn,
    guardian_consent: internship.guardianConsent,
    guardian_consent_on: internship.guardianConsentOn,
    certification_planned: internship.certificationPlanned,
    certificate_id: internship.certificateId,
    version: 1,
    demo: true,
  };
}
