import type { RequestContext } from '@simpul/kit/context/context';
import { OutcomeMember } from '@simpul/kit/graphql/outcome';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reportFilledPosts } from './vacancy-filled-posts.service';
import { ReportFilledPostsInput } from './vacancy.input';
import { vacancyService } from './vacancy.service';
import { OpeningsExceeded, Vacancy, VacancyChangeResult } from './vacancy.type';

@Resolver()
export class FilledPostsResolver {
  @Mutation(() => VacancyChangeResult, {
    nullable: true,
    description:
      'Report filled posts once for all agencies (Perpres 57/2023 art. 6), and close the rest if asked.',
  })
  async reportFilledPosts(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ReportFilledPostsInput, { description: 'How many.' }) input: ReportFilledPostsInput,
  ): Promise<Vacancy | OutcomeMember> {
    const outcome = await reportFilledPosts(ctx, input, OpeningsExceeded);
    if (outcome instanceof OutcomeMember) return outcome;
    const row = await vacancyService.readChanged(ctx, outcome.id);
    return Object.assign(Vacancy.from(row, ctx.clock.today()), { version: outcome.version });
  }
}
