import { manyEach, oneEach, pageOf } from '@simpul/kit/context/batch';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { UNIT_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { AllocationClassRow, TrainingClassRow } from './training-class.entity';
import type { ClassFilter } from './training-class.input';
import { nextStartFirst, trainingClassRepository } from './training-class.repository';
import type { ClassStatus } from './training-class.type';

/** The page of classes that each of several parents is asked for. */
interface ClassesAsked {
  readonly filter: ClassFilter;
  readonly page: PageArguments;
}

const UNFINISHED: readonly ClassStatus[] = ['PLANNED', 'OPEN', 'RUNNING'];

export const trainingClassService = {
  async read(ctx: RequestContext, id: string): Promise<TrainingClassRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(classesById, id);
  },

  async list(ctx: RequestContext, filter: ClassFilter, page: PageArguments): Promise<Page<TrainingClassRow>> {
    checkClassFilter(filter).page(page).done();
    const order = nextStartFirst(ctx.clock.today());
    return ctx.page((db) => trainingClassRepository.select(db, filter), order, page);
  },

  async listOfProgramme(
    ctx: RequestContext,
    id: string,
    asked: ClassesAsked,
  ): Promise<Page<TrainingClassRow>> {
    checkClassFilter(asked.filter).page(asked.page).done();
    return pageOf(ctx, classesOfProgrammes, id, asked);
  },

  async listOfAgreement(
    ctx: RequestContext,
    id: string,
    asked: ClassesAsked,
  ): Promise<Page<TrainingClassRow>> {
    checkClassFilter(asked.filter).page(asked.page).done();
    return pageOf(ctx, classesOfAgreements, id, asked);
  },

  /** Classes under an agreement whose training has not ended. */
  async listUnfinishedOfAgreement(
    ctx: RequestContext,
    id: string,
    page: PageArguments,
  ): Promise<Page<TrainingClassRow>> {
    new InputCheck().page(page).id(['agreement'], id).done();
    return pageOf(ctx, classesOfAgreements, id, { filter: { status: [...UNFINISHED] }, page });
  },

  /** Classes that debit the allocation or a part of it. */
  async listOfAllocation(
    ctx: RequestContext,
    id: string,
    asked: ClassesAsked,
  ): Promise<Page<TrainingClassRow>> {
    checkClassFilter(asked.filter).page(asked.page).done();
    return pageOf(ctx, classesOfAllocations, id, asked);
  },

  async listOfRequest(ctx: RequestContext, requestId: string): Promise<TrainingClassRow[]> {
    return (await ctx.load(classesOfRequests, requestId)) ?? [];
  },

  async listOfDemand(ctx: RequestContext, demandId: string): Promise<TrainingClassRow[]> {
    return ((await ctx.load(classesOfDemands, demandId)) ?? []).map(({ trainingClass }) => trainingClass);
  },
};

/** Checks every id, region and period of a filter of classes. */
export function checkClassFilter(filter: ClassFilter): InputCheck {
  return new InputCheck()
    .id(['filter', 'programmes'], filter.programmes)
    .codes(['filter', 'competencyUnits'], filter.competencyUnits, ...UNIT_CODE)
    .id(['filter', 'agreement'], filter.agreement)
    .id(['filter', 'allocation'], filter.allocation)
    .region(['filter', 'region'], filter.region)
    .period(['filter', 'endsTo'], filter.endsFrom, filter.endsTo);
}

const classesById = oneEach(
  (db, keys) => trainingClassRepository.findByIds(db, keys),
  ({ id }) => id,
);

const classesOfProgrammes: Batch<Page<TrainingClassRow>, ClassesAsked> = (ctx, ids, { filter, page }) =>
  ctx.pages(
    (db) => trainingClassRepository.select(db, filter),
    { expression: 'class.programmeId', of: ({ programmeId }) => programmeId, ids },
    nextStartFirst(ctx.clock.today()),
    page,
  );

const classesOfAgreements: Batch<Page<TrainingClassRow>, ClassesAsked> = (ctx, ids, { filter, page }) =>
  ctx.pages(
    (db) => trainingClassRepository.select(db, filter),
    { expression: 'class.agreementId', of: ({ agreementId }) => agreementId ?? '', ids },
    nextStartFirst(ctx.clock.today()),
    page,
  );

const classesOfAllocations: Batch<Page<AllocationClassRow>, ClassesAsked> = (ctx, ids, { filter, page }) =>
  ctx.pages(
    (db) => trainingClassRepository.selectByAllocation(db, filter),
    { expression: 'class.ancestorId', of: ({ ancestorId }) => ancestorId, ids },
    nextStartFirst(ctx.clock.today()),
    page,
  );

const classesOfRequests = manyEach(
  (db, keys) => trainingClassRepository.findByRequests(db, keys),
  ({ requestId }) => requestId ?? '',
);

const classesOfDemands = manyEach(
  (db, keys) => trainingClassRepository.findByDemands(db, keys),
  ({ demandId }) => demandId,
);
