import { type NewRow, insertRows } from '@simpul/kit/database/rows';
import type {
  StoryEmployer,
  StoryFinding,
  StoryVacancy,
  StoryWorkforceReport,
} from '@simpul/schema/demo/employer.types';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { EntityManager } from 'typeorm';
import { demoEvent } from './demo-event';
import { ECHOES_AS_OF } from './demo-people';

/** Writes what the office says of a block's vacancies, and what it has heard of employers and classes. */
export async function loadWorkplaces(db: EntityManager, story: StoryBlock): Promise<void> {
  const reports = story.employers.flatMap((employer) =>
    newestByQuarter(employer.reports).map((report) => ({ employer, report })),
  );
  await insertRows(db, 'vacancy_verification', story.vacancies.flatMap(verificationRows));
  await insertRows(db, 'availability_finding', story.findings.map(findingRow));
  await insertRows(
    db,
    'workforce_echo',
    reports.map(({ employer, report }) => reportRow(employer, report)),
  );
  await insertRows(
    db,
    'workforce_echo_region',
    reports.flatMap(({ employer, report }) => residenceRows(employer, report)),
  );
  await insertRows(db, 'graduation_echo', graduationRows(story));
  await insertRows(db, 'event', eventRows(story));
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`;
}

/** Reports come oldest first: of two that end in one quarter the later one stays. */
function newestByQuarter(reports: readonly StoryWorkforceReport[]): StoryWorkforceReport[] {
  return [...new Map(reports.map((report) => [quarterOf(report.periodTo), report])).values()];
}

function verificationRows({ id, verification }: StoryVacancy): NewRow[] {
  if (!verification) return [];
  const { status, officeId, missing, decidedOn } = verification;
  return [
    {
      ...{ vacancy_id: id, status, missing, office_id: officeId, demo: true },
      note: status === 'RETURNED' ? 'Mohon lengkapi isian yang kurang (contoh).' : null,
      decided_at: decidedOn && `${decidedOn}T10:00:00+07:00`,
    },
  ];
}

function findingRow({ id, occupation, units, region, result, ...finding }: StoryFinding): NewRow {
  return {
    ...{ id, occupation_code: occupation, competency_units: units, region_code: region, result, demo: true },
    employer_id: finding.employerId,
    vacancy_id: finding.vacancyId,
    candidates_found: finding.candidatesFound,
    days_advertised: finding.daysAdvertised,
    found_on: finding.foundOn,
    valid_until: finding.validUntil,
    office_id: finding.officeId,
  };
}

function reportRow(
  { id, industry, industrialArea, city, size }: StoryEmployer,
  report: StoryWorkforceReport,
): NewRow {
  const { total, needed, newHires, periodTo } = report;
  return {
    ...{ employer_id: id, quarter: quarterOf(periodTo), report_id: report.id },
    ...{ industry_code: industry, industrial_area: industrialArea, region_code: city, size },
    ...{ period_to: periodTo, total, needed, new_hires: newHires },
    ...{ as_of: ECHOES_AS_OF, demo: true },
  };
}

function residenceRows({ id }: StoryEmployer, { periodTo, byRegion }: StoryWorkforceReport): NewRow[] {
  return byRegion.map(({ region, total, needed, newHires }) => ({
    ...{
      employer_id: id,
      quarter: quarterOf(periodTo),
      region_code: region,
      total,
      needed,
      new_hires: newHires,
    },
  }));
}

/** Those who hold a seat in a class that has not ended yet. */
function graduationRows({ classes, enrolments }: StoryBlock): NewRow[] {
  return classes.flatMap(({ id, city, endsOn }) => {
    const seated = enrolments.filter(
      ({ classId, stage }) => classId === id && (stage === 'RESERVED' || stage === 'ENROLLED'),
    ).length;
    if (seated === 0) return [];
    return [
      {
        class_id: id,
        city_code: city,
        ends_on: endsOn,
        participants: seated,
        as_of: ECHOES_AS_OF,
        demo: true,
      },
    ];
  });
}

function eventRows({ findings, vacancies }: StoryBlock): NewRow[] {
  return [
    ...findings.map(({ id, occupation, region, result, foundOn: on, validUntil }) =>
      demoEvent('AvailabilityFinding', 'AvailabilityFound', {
        id,
        on,
        payload: { occupation, region, result, validUntil },
      }),
    ),
    ...vacancies.flatMap(({ id, createdOn, verification }) =>
      verification
        ? [
            demoEvent('VacancyVerification', 'VacancyVerified', {
              id,
              on: verification.decidedOn ?? createdOn,
              payload: {
                office: verification.officeId,
                status: verification.status,
                missing: verification.missing,
              },
            }),
          ]
        : [],
    ),
  ];
}
