import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { SchoolRow } from './school.entity';
import type { SchoolFilter } from './school.input';
import { SCHOOL_NAME, schoolRepository } from './school.repository';

/** An NPSN has eight digits; a provisional code says of which school it is. */
const LONGEST_CODE = 100;

export const schoolService = {
  async read(ctx: RequestContext, npsn: string): Promise<SchoolRow | null> {
    new InputCheck().text(['npsn'], npsn, LONGEST_CODE).done();
    return ctx.load(schoolsByNpsn, npsn);
  },

  async list(ctx: RequestContext, filter: SchoolFilter, page: PageArguments): Promise<Page<SchoolRow>> {
    new InputCheck()
      .page(page)
      .region(['filter', 'region'], filter.region)
      .text(['filter', 'text'], filter.text, 200)
      .done();
    return ctx.page((db) => schoolRepository.select(db, filter), SCHOOL_NAME, page);
  },
};

const schoolsByNpsn: Batch<SchoolRow> = async (ctx, npsns) => {
  const rows = await ctx.read((db) => schoolRepository.findByNpsns(db, npsns));
  return new Map(rows.map((row) => [row.npsn, row]));
};
