import { insertRows, type NewRow } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import type { StoryVacancy } from '@simpul/schema/demo/employer.types';
import type { EntityManager } from 'typeorm';
import { advertisement } from './demo-invention';

export async function loadVacancies(db: EntityManager, vacancies: readonly StoryVacancy[]): Promise<void> {
  await insertRows(db, 'vacancy', vacancies.map(vacancyRow));
  await insertRows(
    db,
    'vacancy_unit',
    vacancies.flatMap(({ id, units }) => units.map((unit) => ({ unit_code: unit, vacancy_id: id }))),
  );
  await insertRows(
    db,
    'vacancy_post_change',
    vacancies.flatMap(({ id, changes }) =>
      changes.map(({ on, kind, posts }) => ({ vacancy_id: id, changed_on: on, kind, posts })),
    ),
  );
  await insertRows(db, 'event', vacancies.map(postedEvent));
}

function vacancyRow(vacancy: StoryVacancy): NewRow {
  const { reporting } = vacancy;
  const { title, skills, experienceMonths, wageFrom, wageTo, minAge, maxAge, sex } = advertisement(vacancy);
  return {
    id: vacancy.id,
    employer_id: vacancy.employerId,
    title,
    occupation_code: vacancy.occupation,
    openings: vacancy.openings,
    filled: vacancy.filled,
    valid_until: vacancy.validUntil,
    ...{ min_age: minAge, max_age: maxAge, sex, skills, experience_months: experienceMonths },
    education: vacancy.education,
    competency_units: vacancy.units,
    ...{ wage_from: wageFrom, wage_to: wageTo },
    work_region_code: vacancy.workRegion,
    country: vacancy.country,
    scheme: vacancy.scheme,
    status: vacancy.status,
    source: vacancy.source,
    reporting_status: reporting.status,
    reporting_receipt: reporting.receipt,
    reported_at: atNine(reporting.reportedOn),
    reported_to: reporting.reportedToIds,
    reporting_missing: reporting.missing,
    filled_reported_at: atNine(reporting.filledReportedOn),
    opened_at: atNine(vacancy.openedOn),
    posted_at: atNine(vacancy.createdOn),
    version: 1,
    demo: true,
  };
}

function atNine(day: string | null): string | null {
  return day === null ? null : `${day}T09:00:00+07:00`;
}

function postedEvent(vacancy: StoryVacancy): NewRow {
  return loadedEvent({
    aggregateType: 'Vacancy',
    aggregateId: vacancy.id,
    type: 'VacancyPosted',
    occurredOn: vacancy.createdOn,
    payload: {
      employer: vacancy.employerId,
      occupation: vacancy.occupation,
      competencyUnits: vacancy.units,
      openings: vacancy.openings,
      workRegion: vacancy.workRegion,
      country: vacancy.country,
      scheme: vacancy.scheme,
      status: vacancy.status,
      validUntil: vacancy.validUntil,
    },
    demo: true,
  });
}
