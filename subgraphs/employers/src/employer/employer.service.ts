import { oneEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { INDUSTRY_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { EmployerRow } from './employer.entity';
import type { EmployerFilter } from './employer.input';
import { BY_NAME, employerRepository } from './employer.repository';

export const employerService = {
  async read(ctx: RequestContext, id: string): Promise<EmployerRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(employersById, id);
  },

  /** The employer that a row of this agency belongs to: its foreign key says that there is one. */
  async readOwner(ctx: RequestContext, id: string): Promise<EmployerRow> {
    const row = await ctx.load(employersById, id);
    if (!row) throw new Error('A row names an employer that is not there.');
    return row;
  },

  async readByNib(ctx: RequestContext, nib: string): Promise<EmployerRow | null> {
    new InputCheck().codes(['nib'], nib, /^\d{13}$/, '9120001234567, of thirteen digits').done();
    return ctx.read((db) => employerRepository.findByNib(db, nib));
  },

  async list(ctx: RequestContext, filter: EmployerFilter, page: PageArguments): Promise<Page<EmployerRow>> {
    new InputCheck()
      .page(page)
      .region(['filter', 'region'], filter.region)
      .codes(['filter', 'industries'], filter.industries, ...INDUSTRY_CODE)
      .text(['filter', 'industrialArea'], filter.industrialArea, 200)
      .text(['filter', 'text'], filter.text, 100)
      .done();
    return ctx.page((db) => employerRepository.select(db, filter), BY_NAME, page);
  },
};

const employersById = oneEach(
  (db, ids) => employerRepository.findByIds(db, ids),
  ({ id }) => id,
);
