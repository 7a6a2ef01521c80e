import type { RequestContext } from '@simpul/kit/context/context';
import {
  Duplicate,
  IllegalMove,
  NotEligible,
  type OutcomeMember,
  type OutcomeTold,
  ReferenceUnknown,
  VersionConflict,
} from '@simpul/kit/graphql/outcome';
import { appendEvent } from '@simpul/kit/write/event';
import { type Made, once } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import { placementRepository } from '../placement/placement.repository';
import { assertFilledPostsWellFormed, isOpen, movesFrom, statusAfter } from './vacancy-filled-posts.policy';
import type { VacancyRow } from './vacancy.entity';
import type { ReportFilledPostsInput } from './vacancy.input';
import { vacancyPolicy } from './vacancy.policy';
import { vacancyRepository } from './vacancy.repository';

/** The refusal that this agency publishes itself; the resolver hands it in, because a service knows no published class. */
type ExceededClass = new (told: OutcomeTold & { openings: number }) => OutcomeMember;

/**
 * Reports filled posts under Perpres 57/2023 art. 6. The vacancy is locked first, so that what is checked is what is
 * changed; key, vacancy, balance and event are written in one transaction.
 */
export async function reportFilledPosts(
  ctx: RequestContext,
  input: ReportFilledPostsInput,
  Exceeded: ExceededClass,
): Promise<Made | OutcomeMember> {
  assertFilledPostsWellFormed(input);
  const refusals = [ReferenceUnknown, VersionConflict, IllegalMove, Exceeded, NotEligible, Duplicate];
  const call = { field: 'reportFilledPosts', key: input.idempotencyKey, input, refusals };
  return once(ctx, call, async (db) => {
    const vacancy = await vacancyRepository.findForChange(db, input.vacancy);
    if (!vacancy) return unknown('Vacancy', ['input', 'vacancy']);
    return (
      (await staleness(db, vacancy, input)) ??
      refusedMove(vacancy, input, ctx.clock.today()) ??
      refusedCount(vacancy, input, Exceeded) ??
      (await refusedPlacement(db, vacancy, input)) ??
      (await fill(ctx, db, vacancy, input))
    );
  });
}

async function fill(
  ctx: RequestContext,
  db: EntityManager,
  vacancy: VacancyRow,
  { filled, closeRest, placements }: ReportFilledPostsInput,
): Promise<Made> {
  const now = ctx.clock.now();
  const version = vacancy.version + 1;
  const status = statusAfter(vacancy, filled, closeRest === true);
  await vacancyRepository.update(db, vacancy.id, { filled, status, filledReportedAt: now, version });
  await vacancyRepository.addPostChanges(db, vacancy.id, ctx.clock.today(), {
    FILLED: filled - vacancy.filled,
    REMOVED: status === 'CLOSED' ? vacancy.openings - filled : 0,
  });
  await appendEvent(ctx, db, {
    aggregateType: 'Vacancy',
    aggregateId: vacancy.id,
    aggregateVersion: version,
    type: 'FilledPostsReported',
    payload: {
      ...{ filled, unfilled: vacancy.openings - filled, status },
      reporting: { filledReportedAt: now.toISOString() },
      ...(placements?.length ? { placements } : {}),
    },
    demo: vacancy.demo,
  });
  return { id: vacancy.id, version };
}

function unknown(typeName: string, path: string[]): ReferenceUnknown {
  return new ReferenceUnknown({
    message: `The ${typeName.toLowerCase()} is not known.`,
    path,
    nextStep: 'Pass an id as another query returned it.',
    typeName,
  });
}

async function staleness(
  db: EntityManager,
  { id, version }: VacancyRow,
  known: ReportFilledPostsInput,
): Promise<VersionConflict | null> {
  if (version === known.version) return null;
  return new VersionConflict({
    message: 'The vacancy was changed since it was read.',
    path: ['input', 'version'],
    nextStep: 'Read the vacancy again, then report what still holds.',
    currentVersion: version,
    changedFields: await vacancyRepository.fieldsChangedSince(db, id, known.version),
  });
}

function refusedMove(
  vacancy: VacancyRow,
  { closeRest }: ReportFilledPostsInput,
  today: string,
): IllegalMove | null {
  const status = vacancyPolicy.statusOn(vacancy, today);
  if (isOpen(status)) return null;
  return new IllegalMove({
    message: `Posts are filled while a vacancy is open; this one is ${status}.`,
    path: closeRest ? ['input', 'closeRest'] : ['input', 'filled'],
    nextStep: status === 'VERIFIED' ? 'Open the vacancy first.' : null,
    from: status,
    allowed: movesFrom(status),
  });
}

function refusedCount(
  vacancy: VacancyRow,
  { filled, closeRest }: ReportFilledPostsInput,
  Exceeded: ExceededClass,
): OutcomeMember | null {
  const path = ['input', 'filled'];
  if (filled > vacancy.openings) {
    return new Exceeded({
      message: `The vacancy has ${String(vacancy.openings)} posts, fewer than ${String(filled)}.`,
      ...{ path, nextStep: 'Report at most as many as the vacancy has.', openings: vacancy.openings },
    });
  }
  if (filled < vacancy.filled) {
    return new NotEligible({
      message: 'More posts are filled already than this report tells.',
      ...{ path, nextStep: 'Give the number of posts filled in all, not since the last report.' },
      reasons: [
        `A report of filled posts never lowers their number, which is ${String(vacancy.filled)} (Perpres 57/2023 art. 6).`,
      ],
    });
  }
  if (filled === vacancy.filled && vacancy.filledReportedAt !== null && !closeRest) {
    return new Duplicate({
      message: 'So many filled posts are reported already.',
      ...{ path, nextStep: 'Report again when more posts are filled.', existingId: vacancy.id },
    });
  }
  return null;
}

async function refusedPlacement(
  db: EntityManager,
  vacancy: VacancyRow,
  { placements }: ReportFilledPostsInput,
): Promise<OutcomeMember | null> {
  if (!placements?.length) return null;
  const found = await placementRepository.findByIds(db, placements);
  const missing = placements.findIndex((id) => !found.some((row) => row.id === id.toLowerCase()));
  if (missing >= 0) return unknown('Placement', ['input', 'placements', String(missing)]);
  const elsewhere = found.filter(({ vacancyId }) => vacancyId !== vacancy.id);
  if (elsewhere.length === 0) return null;
  return new NotEligible({
    message: 'A placement named in the report did not fill this vacancy.',
    path: ['input', 'placements'],
    nextStep: 'Name placements into this vacancy only, or none.',
    reasons: elsewhere.map(({ id }) => `Placement ${id} is not a placement into this vacancy.`),
  });
}
