import { insertRows, type NewRow } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import type { StoryEmployer, StoryWorkforceReport } from '@simpul/schema/demo/employer.types';
import type { EntityManager } from 'typeorm';
import { companyName } from './demo-invention';

/** Day before everything that the story tells of employers. */
const KNOWN_SINCE = '2025-01-01';

export async function loadEmployers(db: EntityManager, employers: readonly StoryEmployer[]): Promise<void> {
  await insertRows(db, 'employer', employers.map(employerRow));
  await insertRows(
    db,
    'workforce_report',
    employers.flatMap((employer) => employer.reports.map((report) => reportRow(employer, report))),
  );
  await insertRows(db, 'event', employers.flatMap(eventsOf));
}

function employerRow(employer: StoryEmployer): NewRow {
  return {
    id: employer.id,
    nib: employer.nib,
    name: companyName(employer),
    industry_code: employer.industry,
    region_code: employer.region,
    industrial_area: employer.industrialArea,
    size: employer.size,
    member: employer.member,
    version: 1,
    demo: true,
  };
}

function reportRow({ id, nib, industrialArea }: StoryEmployer, report: StoryWorkforceReport): NewRow {
  return {
    id: report.id,
    employer_id: id,
    site: industrialArea === null ? 'Lokasi utama (demo)' : `Pabrik ${industrialArea}`,
    wlkp_number: `WLKP-DEMO-${nib}`,
    period_from: report.periodFrom,
    period_to: report.periodTo,
    total: report.total,
    needed: report.needed,
    new_hires: report.newHires,
    local_by_region: report.byRegion,
    submitted_at: `${report.submittedOn}T10:00:00+07:00`,
    demo: true,
  };
}

function eventsOf({ id, nib, industry, region, size, member, reports }: StoryEmployer): NewRow[] {
  const registered = loadedEvent({
    aggregateType: 'Employer',
    aggregateId: id,
    type: 'EmployerRegistered',
    occurredOn: KNOWN_SINCE,
    payload: { nib, industry, region, size, member },
    demo: true,
  });
  const submitted = reports.map(({ id: report, periodFrom, periodTo, submittedOn }) =>
    loadedEvent({
      aggregateType: 'WorkforceReport',
      aggregateId: report,
      type: 'WorkforceReportSubmitted',
      occurredOn: submittedOn,
      payload: { employer: id, periodFrom, periodTo },
      demo: true,
    }),
  );
  return [registered, ...submitted];
}
