import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@simpul/kit/context/context';
import { type OutcomeMember, ReferenceUnknown } from '@simpul/kit/graphql/outcome';
import { appendEvent } from '@simpul/kit/write/event';
import { type Made, once } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import { employerRepository } from '../employer/employer.repository';
import { assertWellFormed, missingForReport } from './post-vacancy.policy';
import type { VacancyRow } from './vacancy.entity';
import type { PostVacancyInput } from './vacancy.input';
import { vacancyRepository } from './vacancy.repository';

/**
 * Drafts a vacancy. Everything that can be refused is refused before or inside one transaction, which holds the
 * key, the vacancy, its units and its event: whatever happens to the process, all of them are there or none.
 */
export async function postVacancy(
  ctx: RequestContext,
  input: PostVacancyInput,
): Promise<Made | OutcomeMember> {
  assertWellFormed(input, ctx.clock.today());
  const call = { field: 'postVacancy', key: input.idempotencyKey, input, refusals: [ReferenceUnknown] };
  return once(ctx, call, (db) => draftVacancy(ctx, db, input));
}

async function draftVacancy(
  ctx: RequestContext,
  db: EntityManager,
  input: PostVacancyInput,
): Promise<Made | OutcomeMember> {
  const [employer] = await employerRepository.findByIds(db, [input.employer]);
  if (!employer) return unknown('employer', 'Employer');
  const [template] = input.template == null ? [] : await vacancyRepository.findByIds(db, [input.template]);
  if (input.template != null && template?.employerId !== employer.id) return unknown('template', 'Vacancy');
  const draft = template ? filledFrom(template, input) : input;
  assertWellFormed(draft, ctx.clock.today());
  const row = drafted(ctx, draft, employer.demo);
  await vacancyRepository.add(db, row);
  await appendEvent(ctx, db, {
    aggregateType: 'Vacancy',
    aggregateId: row.id,
    aggregateVersion: row.version,
    type: 'VacancyPosted',
    payload: {
      employer: row.employerId,
      occupation: row.occupationCode,
      competencyUnits: row.competencyUnits,
      openings: row.openings,
      workRegion: row.workRegionCode,
      country: row.country,
      scheme: row.scheme,
      status: row.status,
      validUntil: row.validUntil,
    },
    demo: row.demo,
  });
  return { id: row.id, version: row.version };
}

function unknown(field: 'employer' | 'template', typeName: string): ReferenceUnknown {
  return new ReferenceUnknown({
    message: `The ${field} of the vacancy is not known.`,
    path: ['input', field],
    nextStep:
      field === 'employer'
        ? 'Register the employer first.'
        : "Name one of the employer's own vacancies, or none.",
    typeName,
  });
}

/** What the input leaves out comes from the template, save its last day, which was the template's own. */
function filledFrom(template: VacancyRow, input: PostVacancyInput): PostVacancyInput {
  const { minAge, maxAge, sex, education, skills, competencyUnits, experienceMonths } = template;
  const { wageFrom, wageTo, country, occupationCode: occupation, workRegionCode: workRegion } = template;
  const offered = {
    ...{ minAge, maxAge, sex, education, skills, competencyUnits, experienceMonths },
    ...{ wageFrom, wageTo, country, occupation, workRegion },
  };
  const given: [string, unknown][] = Object.entries(input);
  const said = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  return { ...offered, ...(said as Pick<PostVacancyInput, keyof PostVacancyInput>) };
}

function drafted(ctx: RequestContext, draft: PostVacancyInput, demo: boolean): VacancyRow {
  return {
    id: randomUUID(),
    employerId: draft.employer,
    title: draft.title.trim(),
    occupationCode: draft.occupation ?? null,
    openings: draft.openings,
    filled: 0,
    validUntil: draft.validUntil ?? null,
    minAge: draft.minAge ?? null,
    maxAge: draft.maxAge ?? null,
    sex: draft.sex ?? null,
    education: draft.education ?? null,
    skills: draft.skills ?? [],
    competencyUnits: [...new Set(draft.competencyUnits ?? [])],
    experienceMonths: draft.experienceMonths ?? null,
    wageFrom: draft.wageFrom ?? null,
    wageTo: draft.wageTo ?? null,
    workRegionCode: draft.workRegion ?? null,
    country: draft.country ?? null,
    scheme: draft.scheme,
    status: 'DRAFT',
    source: 'EMPLOYER',
    ...{ reportingStatus: 'NOT_REPORTED', reportingReceipt: null, reportedAt: null, reportedTo: [] },
    reportingMissing: missingForReport(draft),
    filledReportedAt: null,
    openedAt: null,
    postedAt: ctx.clock.now(),
    version: 1,
    demo,
  };
}
