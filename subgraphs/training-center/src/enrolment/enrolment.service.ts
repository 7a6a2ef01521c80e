import { manyEach, oneEach, pageOf } from '@simpul/kit/context/batch';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { EnrolmentRow, EnrolmentStageChangeRow } from './enrolment.entity';
import { WAITING_LAST, enrolmentRepository } from './enrolment.repository';
import type { EnrolmentStage } from './enrolment.type';

/** The page of enrolments that each of several classes is asked for. */
interface EnrolmentsAsked {
  readonly stage: readonly EnrolmentStage[] | null;
  readonly page: PageArguments;
}

export const enrolmentService = {
  async read(ctx: RequestContext, id: string): Promise<EnrolmentRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(enrolmentsById, id);
  },

  /** Newest first. */
  async listOfPerson(
    ctx: RequestContext,
    personId: string,
    stage: readonly EnrolmentStage[] | null,
  ): Promise<EnrolmentRow[]> {
    return (await ctx.load(enrolmentsOfPeople, personId, stage)) ?? [];
  },

  async listOfClass(
    ctx: RequestContext,
    classId: string,
    asked: EnrolmentsAsked,
  ): Promise<Page<EnrolmentRow>> {
    new InputCheck().page(asked.page).done();
    return pageOf(ctx, enrolmentsOfClasses, classId, asked);
  },

  /** Oldest first. */
  async listStageChanges(ctx: RequestContext, id: string): Promise<EnrolmentStageChangeRow[]> {
    return (await ctx.load(stageChangesOfEnrolments, id)) ?? [];
  },
};

const enrolmentsById = oneEach(
  (db, keys) => enrolmentRepository.findByIds(db, keys),
  ({ id }) => id,
);

const enrolmentsOfPeople = manyEach(
  (db, people, stage: readonly EnrolmentStage[] | null) =>
    enrolmentRepository.findByPeople(db, people, stage),
  ({ personId }) => personId,
);

const enrolmentsOfClasses: Batch<Page<EnrolmentRow>, EnrolmentsAsked> = (ctx, ids, { stage, page }) =>
  ctx.pages(
    (db) => enrolmentRepository.select(db, stage),
    { expression: 'enrolment.classId', of: ({ classId }) => classId, ids },
    WAITING_LAST,
    page,
  );

const stageChangesOfEnrolments = manyEach(
  (db, keys) => enrolmentRepository.findStageChanges(db, keys),
  ({ enrolmentId }) => enrolmentId,
);
