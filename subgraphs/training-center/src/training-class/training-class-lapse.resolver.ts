import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import type { AskedLapse } from '@simpul/kit/lapse/lapse.resolver';
import { Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { trainingClassService } from './training-class.service';
import { TrainingClass, TrainingClassConnection } from './training-class.type';

/** What only the training centre knows of a lapse: the classes that stand under the agreement. */
export function lapsingClasses(AgreementLapse: ClassType): ClassType {
  @Resolver(() => AgreementLapse)
  class LapsingClassResolver {
    @FieldResolver(() => TrainingClassConnection, {
      nullable: true,
      description:
        'Classes under the agreement that are planned, open or running, next start first: what would have to go on without it.',
    })
    async classes(
      @Root() { agreement }: AskedLapse,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() ctx: RequestContext,
    ): Promise<ConnectionShape<TrainingClass>> {
      return toConnection(
        await trainingClassService.listUnfinishedOfAgreement(ctx, agreement, page),
        TrainingClass.from,
      );
    }
  }
  return LapsingClassResolver;
}
