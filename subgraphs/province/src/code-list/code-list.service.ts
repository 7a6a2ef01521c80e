import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { type CodeForm, INDUSTRY_CODE, OCCUPATION_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { ListName, ListedCodeRow } from './code-list.entity';
import type { CodeListFilter } from './code-list.input';
import { IN_CODE_ORDER, codeListRepository } from './code-list.repository';

const FORMS: Readonly<Record<ListName, CodeForm>> = { KBJI: OCCUPATION_CODE, KBLI: INDUSTRY_CODE };

export const codeListService = {
  async read(ctx: RequestContext, list: ListName, code: string): Promise<ListedCodeRow | null> {
    new InputCheck().codes(['code'], code, ...FORMS[list]).done();
    return ctx.load(listedByCode, code, list);
  },

  async list(
    ctx: RequestContext,
    list: ListName,
    filter: CodeListFilter,
    page: PageArguments,
  ): Promise<Page<ListedCodeRow>> {
    new InputCheck()
      .page(page)
      .codes(['filter', 'codes'], filter.codes, ...FORMS[list])
      .codes(['filter', 'parent'], filter.parent, ...FORMS[list])
      .text(['filter', 'text'], filter.text, 200)
      .done();
    return ctx.page((db) => codeListRepository.select(db, list, filter), IN_CODE_ORDER, page);
  },
};

const listedByCode: Batch<ListedCodeRow, ListName> = async (ctx, codes, list) => {
  const rows = await ctx.read((db) => codeListRepository.findByCodes(db, list, codes));
  return new Map(rows.map((row) => [row.code, row]));
};
