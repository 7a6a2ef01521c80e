import type { RequestContext } from '@simpul/kit/context/context';
import { OutcomeMember } from '@simpul/kit/graphql/outcome';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requestTraining } from './submit-training-request.service';
import { RequestTrainingInput } from './training-request.input';
import { trainingRequestService } from './training-request.service';
import { RequestTrainingResult, TrainingRequest } from './training-request.type';

@Resolver()
export class TrainingRequestChangeResolver {
  @Mutation(() => RequestTrainingResult, {
    nullable: true,
    description: 'Request training: tailored class, for an employer, the association or an office.',
  })
  async requestTraining(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RequestTrainingInput, { description: 'The request.' }) input: RequestTrainingInput,
  ): Promise<TrainingRequest | OutcomeMember> {
    const outcome = await requestTraining(ctx, input);
    if (outcome instanceof OutcomeMember) return outcome;
    const row = await trainingRequestService.read(ctx, outcome.id);
    if (!row) throw new Error('A change names a training request that is not there.');
    // A repeated call answers the version of the first; everything else as it is to this caller today.
    return Object.assign(TrainingRequest.from(row), { version: outcome.version });
  }
}
