import { pageOf } from '@simpul/kit/context/batch';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { OCCUPATION_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { InternshipRow } from './internship.entity';
import type { InternshipFilter } from './internship.input';
import { LATEST_END, internshipRepository } from './internship.repository';

/** The page of internships that each of several schools is asked for. */
interface SchoolInternships {
  readonly filter: InternshipFilter;
  readonly page: PageArguments;
}

export const internshipService = {
  async read(ctx: RequestContext, id: string): Promise<InternshipRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(internshipsById, id);
  },

  async list(
    ctx: RequestContext,
    filter: InternshipFilter,
    page: PageArguments,
  ): Promise<Page<InternshipRow>> {
    check(filter, page);
    return ctx.page((db) => internshipRepository.select(db, filter), LATEST_END, page);
  },

  async listOfSchool(
    ctx: RequestContext,
    npsn: string,
    asked: SchoolInternships,
  ): Promise<Page<InternshipRow>> {
    check(asked.filter, asked.page);
    return pageOf(ctx, internshipsOfSchools, npsn, asked);
  },
};

function check(filter: InternshipFilter, page: PageArguments): void {
  new InputCheck()
    .page(page)
    .codes(['filter', 'occupations'], filter.occupations, ...OCCUPATION_CODE)
    .id(['filter', 'employer'], filter.employer)
    .id(['filter', 'facility'], filter.facility)
    .region(['filter', 'region'], filter.region)
    .period(['filter', 'endsTo'], filter.endsFrom, filter.endsTo)
    .done();
}

const internshipsById: Batch<InternshipRow> = async (ctx, ids) => {
  const rows = await ctx.read((db) => internshipRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
};

const internshipsOfSchools: Batch<Page<InternshipRow>, SchoolInternships> = (ctx, npsns, { filter, page }) =>
  ctx.pages(
    (db) => internshipRepository.select(db, filter),
    { expression: 'internship.schoolNpsn', of: ({ schoolNpsn }) => schoolNpsn, ids: npsns },
    LATEST_END,
    page,
  );
