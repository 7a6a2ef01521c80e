import type { RequestContext } from '@simpul/kit/context/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Vacancy } from '../foreign/foreign.type';
import { vacancyVerificationService } from './vacancy-verification.service';
import { VacancyVerification } from './vacancy-verification.type';

@Resolver(() => Vacancy)
export class VacancyVerificationResolver {
  @FieldResolver(() => VacancyVerification, {
    nullable: true,
    description: 'Verification by the labour office of its work region.',
  })
  async verification(
    @Root() vacancy: Vacancy,
    @Ctx() ctx: RequestContext,
  ): Promise<VacancyVerification | null> {
    const row = await vacancyVerificationService.findOfVacancy(ctx, vacancy.id);
    return row && VacancyVerification.from(row);
  }
}
