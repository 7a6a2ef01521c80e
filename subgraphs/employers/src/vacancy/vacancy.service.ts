import { oneEach, pageOf } from '@simpul/kit/context/batch';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { type Page, type PageArguments, mapPage } from '@simpul/kit/database/page';
import { OCCUPATION_CODE, UNIT_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { VacancyUnitRow } from './vacancy-unit.entity';
import type { VacancyRow } from './vacancy.entity';
import type { VacancyFilter } from './vacancy.input';
import { vacancyPolicy } from './vacancy.policy';
import { NEWEST_VACANCY, NEWEST_VACANCY_OF_UNIT, vacancyRepository } from './vacancy.repository';
import type { VacancyStatus } from './vacancy.type';

/** The page of vacancies that each of several employers, or of several competency units, is asked for. */
interface VacanciesAsked {
  readonly status: readonly VacancyStatus[] | null;
  readonly region?: string | null;
  readonly page: PageArguments;
}

export const vacancyService = {
  async read(ctx: RequestContext, id: string): Promise<VacancyRow | null> {
    new InputCheck().id(['id'], id).done();
    const row = await ctx.load(vacanciesById, id);
    const shown = vacancyPolicy.statesShown(ctx.identity, null);
    if (row === null || shown === null) return row;
    return shown.includes(vacancyPolicy.statusOn(row, ctx.clock.today())) ? row : null;
  },

  /** A vacancy after a change: what the request loaded of it before is out of date. */
  async readChanged(ctx: RequestContext, id: string): Promise<VacancyRow> {
    const [row] = await ctx.read((db) => vacancyRepository.findByIds(db, [id]));
    if (!row) throw new Error('A change names a vacancy that is not there.');
    return row;
  },

  async list(ctx: RequestContext, filter: VacancyFilter, page: PageArguments): Promise<Page<VacancyRow>> {
    new InputCheck()
      .page(page)
      .id(['filter', 'employer'], filter.employer)
      .region(['filter', 'region'], filter.region)
      .codes(['filter', 'occupations'], filter.occupations, ...OCCUPATION_CODE)
      .codes(['filter', 'competencyUnits'], filter.competencyUnits, ...UNIT_CODE)
      .range(['filter', 'unfilledForDays'], filter.unfilledForDays, 0, 3650)
      .done();
    const status = vacancyPolicy.statesShown(ctx.identity, filter.status);
    const shown = Object.assign({}, filter, { status });
    return ctx.page((db) => vacancyRepository.select(db, shown, ctx.clock), NEWEST_VACANCY, page);
  },

  async listOfEmployer(
    ctx: RequestContext,
    employerId: string,
    asked: VacanciesAsked,
  ): Promise<Page<VacancyRow>> {
    new InputCheck().page(asked.page).done();
    return pageOf(ctx, vacanciesOfEmployers, employerId, asked);
  },

  async listOfUnit(ctx: RequestContext, unitCode: string, asked: VacanciesAsked): Promise<Page<VacancyRow>> {
    new InputCheck()
      .page(asked.page)
      .region(['region'], asked.region)
      .codes(['code'], unitCode, ...UNIT_CODE)
      .done();
    return mapPage(await pageOf(ctx, vacanciesOfUnits, unitCode, asked), ({ vacancy }) => vacancy);
  },
};

const vacanciesById = oneEach(
  (db, ids) => vacancyRepository.findByIds(db, ids),
  ({ id }) => id,
);

const vacanciesOfEmployers: Batch<Page<VacancyRow>, VacanciesAsked> = (ctx, ids, { status, page }) =>
  ctx.pages(
    (db) =>
      vacancyRepository.select(db, { status: vacancyPolicy.statesShown(ctx.identity, status) }, ctx.clock),
    { expression: 'vacancy.employerId', of: ({ employerId }) => employerId, ids },
    NEWEST_VACANCY,
    page,
  );

const vacanciesOfUnits: Batch<Page<VacancyUnitRow>, VacanciesAsked> = (
  ctx,
  codes,
  { status, region, page },
) =>
  ctx.pages(
    (db) =>
      vacancyRepository.selectByUnit(
        db,
        { status: vacancyPolicy.statesShown(ctx.identity, status), region: region ?? null },
        ctx.clock,
      ),
    { expression: 'unit.unitCode', of: ({ unitCode }) => unitCode, ids: codes },
    NEWEST_VACANCY_OF_UNIT,
    page,
  );
