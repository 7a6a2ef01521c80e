import type { RequestContext } from '@simpul/kit/context/context';
import { Cost, SUMMARY_COST } from '@simpul/kit/graphql/cost';
import { IpkForm } from '@simpul/kit/graphql/shared-enums';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { vacancyBalanceService } from './vacancy-balance.service';
import { VacancyBalanceRow } from './vacancy-balance.type';

@Resolver()
export class VacancyBalanceResolver {
  @Query(() => [VacancyBalanceRow], {
    nullable: true,
    description:
      'Balance of vacancies for a month (IPK III/1 and III/4 to III/7, Kepdirjen 268/PPTK/XII/2012): carried over + reported - filled - removed.',
  })
  @Cost(SUMMARY_COST)
  async vacancyBalance(
    @Ctx() ctx: RequestContext,
    @Arg('form', () => IpkForm, { description: 'III_1, III_4, III_5, III_6 or III_7.' }) form: IpkForm,
    @Arg('month', () => String, { description: 'Month, YYYY-MM.' }) month: string,
    @Arg('region', () => ID, { description: 'City or province (Kemendagri code).' }) region: string,
  ): Promise<VacancyBalanceRow[]> {
    const lines = await vacancyBalanceService.list(ctx, { form, month, region });
    return lines.map((line) => VacancyBalanceRow.from(line));
  }
}
