import type { RequestContext } from '@simpul/kit/context/context';
import type { IpkForm } from '@simpul/kit/graphql/shared-enums';
import { InputCheck } from '@simpul/kit/input/input-check';
import {
  BALANCE_DIMENSIONS,
  type BalanceCount,
  vacancyBalanceRepository,
} from './vacancy-balance.repository';

/** Which balance is asked for; the month is YYYY-MM. */
export interface BalanceAsked {
  readonly form: IpkForm;
  readonly month: string;
  readonly region: string;
}

/** A line of the balance: what is carried forward follows from the rest. */
export type BalanceLine = BalanceCount & { readonly carriedForward: number };

export const vacancyBalanceService = {
  async list(ctx: RequestContext, { form, month, region }: BalanceAsked): Promise<BalanceLine[]> {
    new InputCheck()
      .require(
        form in BALANCE_DIMENSIONS,
        ['form'],
        'has no part for vacancies.',
        `Ask for ${Object.keys(BALANCE_DIMENSIONS).join(', ')}; the labour office answers the others.`,
      )
      .month(['month'], month)
      .require(
        month <= ctx.clock.today().slice(0, 7),
        ['month'],
        'has not begun.',
        'Ask for this month or an earlier one.',
      )
      .region(['region'], region)
      .require(
        region.length <= 5,
        ['region'],
        'is below a city.',
        'Give the code of a city or province, e.g. 36.72.',
      )
      .done();
    const period = { start: `${month}-01`, end: firstDayAfter(month) };
    const rows = await ctx.read((db) => vacancyBalanceRepository.count(db, form, region, period));
    return rows.map((row) => ({
      ...row,
      carriedForward: row.carriedOver + row.reported - row.filled - row.removed,
    }));
  },
};

function firstDayAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}
