import { addDays } from '@simpul/kit/clock/clock';
import type { RequestContext } from '@simpul/kit/context/context';
import type { IpkForm } from '@simpul/kit/graphql/shared-enums';
import { InputCheck } from '@simpul/kit/input/input-check';
import { regionCodes } from '@simpul/kit/input/region-codes';
import {
  type BalanceRow,
  type SeekerForm,
  type Stretch,
  jobSeekerBalanceRepository,
} from './job-seeker-balance.repository';

export const jobSeekerBalanceService = {
  /**
   * The balance of a month at the offices of a city or of a province's cities. A registration that ran out is
   * removed with it; who is registered at two offices counts at both, as each of them reports it.
   */
  async read(ctx: RequestContext, form: IpkForm, month: string, region: string): Promise<BalanceRow[]> {
    const today = ctx.clock.today();
    const level = regionCodes().get(region)?.level;
    const seekers = isSeekerForm(form) ? form : null;
    new InputCheck()
      .require(seekers !== null, ['form'], 'does not balance job seekers.', 'Ask for III_1, III_2 or III_3.')
      .month(['month'], month)
      .require(
        month <= today.slice(0, 7),
        ['month'],
        'has not begun.',
        'Ask for this month or an earlier one.',
      )
      .require(
        level === 'PROVINCE' || level === 'REGENCY',
        ['region'],
        'is not a city, regency or province.',
        'Pass a Kemendagri code such as 36.73 or 36.',
      )
      .done();
    return seekers === null
      ? []
      : ctx.tally((db) => jobSeekerBalanceRepository.balance(db, seekers, region, stretchOf(month, today)));
  },
};

function isSeekerForm(form: IpkForm): form is SeekerForm {
  return form === 'III_1' || form === 'III_2' || form === 'III_3';
}

/** The month, or what has passed of it: a registration that runs out next week has not left yet. */
function stretchOf(month: string, today: string): Stretch {
  const from = `${month}-01`;
  const next = `${addDays(from, 31).slice(0, 7)}-01`;
  const tomorrow = addDays(today, 1);
  return { from, before: next < tomorrow ? next : tomorrow };
}
