import type { RequestContext } from '@simpul/kit/context/context';
import { OutcomeMember } from '@simpul/kit/graphql/outcome';
import type { Made } from '@simpul/kit/write/once';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { postVacancy } from './post-vacancy.service';
import { PostVacancyInput } from './vacancy.input';
import { vacancyService } from './vacancy.service';
import { Vacancy, VacancyChangeResult } from './vacancy.type';

@Resolver()
export class VacancyChangeResolver {
  @Mutation(() => VacancyChangeResult, {
    nullable: true,
    description: 'Draft a vacancy with the fields of Perpres 57/2023 art. 5.',
  })
  async postVacancy(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => PostVacancyInput, { description: 'The vacancy.' }) input: PostVacancyInput,
  ): Promise<Vacancy | OutcomeMember> {
    return published(ctx, await postVacancy(ctx, input));
  }
}

/** A repeated call answers the id and version of the first; everything else as it is to this caller today. */
async function published(
  ctx: RequestContext,
  outcome: Made | OutcomeMember,
): Promise<Vacancy | OutcomeMember> {
  if (outcome instanceof OutcomeMember) return outcome;
  const row = await vacancyService.read(ctx, outcome.id);
  if (!row) throw new Error('A change names a vacancy that is not there.');
  return Object.assign(Vacancy.from(row, ctx.clock.today()), { version: outcome.version });
}
