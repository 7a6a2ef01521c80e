import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { REGION_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { RegionRow } from './region.entity';
import type { RegionFilter } from './region.input';
import { IN_CODE_ORDER, regionRepository } from './region.repository';

export const regionService = {
  async read(ctx: RequestContext, code: string): Promise<RegionRow | null> {
    new InputCheck().codes(['code'], code, ...REGION_CODE).done();
    return ctx.load(regionsByCode, code);
  },

  /** The region that a caller asks for: the codes in use are public, so that a wrong one can be told from a missing row. */
  async readAsked(ctx: RequestContext, code: string): Promise<RegionRow | null> {
    new InputCheck().region(['code'], code).done();
    return regionService.read(ctx, code);
  },

  /** The region that another row names: its foreign key says that there is one. */
  async readNamed(ctx: RequestContext, code: string): Promise<RegionRow> {
    const row = await ctx.load(regionsByCode, code);
    if (!row) throw new Error('A row names a region that is not there.');
    return row;
  },

  /** The region that another row may name. */
  async readIfNamed(ctx: RequestContext, code: string | null): Promise<RegionRow | null> {
    return code === null ? null : ctx.load(regionsByCode, code);
  },

  async list(ctx: RequestContext, filter: RegionFilter, page: PageArguments): Promise<Page<RegionRow>> {
    new InputCheck()
      .page(page)
      .region(['filter', 'codes'], filter.codes)
      .region(['filter', 'parent'], filter.parent)
      .text(['filter', 'text'], filter.text, 200)
      .done();
    return ctx.page((db) => regionRepository.select(db, filter), IN_CODE_ORDER, page);
  },
};

const regionsByCode: Batch<RegionRow> = async (ctx, codes) => {
  const rows = await ctx.read((db) => regionRepository.findByCodes(db, codes));
  return new Map(rows.map((row) => [row.code, row]));
};
