import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { ListName, ListedCodeRow } from './code-list.entity';
import type { CodeListFilter } from './code-list.input';
import { IN_CODE_ORDER, codeListRepository } from './code-list.repository';

/** How the codes of a list look. */
const FORMS: Readonly<Record<ListName, readonly [form: RegExp, example: string]>> = {
  KBJI: [/^\d{1,6}$/, '7212 (KBJI)'],
  KBLI: [/^[A-Z]\d{0,5}$/, 'C24 (KBLI)'],
};

export const codeListService = {
  async read(ctx: RequestContext, list: ListName, code: string): Promise<ListedCodeRow | null> {
    return ctx.load(listedByCode, code, list);
  },

  async list(
    ctx: RequestContext,
    list: ListName,
    filter: CodeListFilter,
    page: PageArguments,
  ): Promise<Page<ListedCodeRow>> {
    const parents = filter.parent == null ? [] : [filter.parent];
    new InputCheck()
      .page(page)
      .codes(['filter', 'codes'], filter.codes, ...FORMS[list])
      .codes(['filter', 'parent'], parents, ...FORMS[list])
      .text(['filter', 'text'], filter.text, 200)
      .done();
    return ctx.page((db) => codeListRepository.select(db, list, filter), IN_CODE_ORDER, page);
  },
};

const listedByCode: Batch<ListedCodeRow, ListName> = async (ctx, codes, list) => {
  const rows = await ctx.read((db) => codeListRepository.findByCodes(db, list, codes));
  return new Map(rows.map((row) => [row.code, row]));
};
