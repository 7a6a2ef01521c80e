import { TrainingRequestStatus } from './training-request.type';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Narrows training requests.' })
export class TrainingRequestFilter {
  @Field(() => [TrainingRequestStatus], { nullable: true, description: 'In one of these states.' })
  status?: TrainingRequestStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this employer.' })
  employer?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this organisation.' })
  requestedBy?: string | null;

  @Field(() => ID, { nullable: true, description: 'For residents of this region or one below it.' })
  region?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: no class opened yet; false: with a class.' })
  withoutClass?: boolean | null;
}

@InputType({ description: 'Training to request; name an employer, a requesting organisation, or both.' })
export class RequestTrainingInput {
  @Field(() => ID, {
    description: 'Chosen by the client; the same key with the same input gives the first answer again.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'Organisation that asks.' })
  requestedBy?: string | null;

  @Field(() => ID, { nullable: true, description: 'Employer id.' })
  employer?: string | null;

  @Field(() => ID, { nullable: true, description: 'Skill demand it answers.' })
  demand?: string | null;

  @Field(() => ID, { nullable: true, description: 'Agreement it is made under.' })
  agreement?: string | null;

  @Field(() => ID, { nullable: true, description: 'Programme wanted.' })
  programme?: string | null;

  @Field(() => ID, { nullable: true, description: 'Occupation wanted (KBJI).' })
  occupation?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Competency units wanted.' })
  competencyUnits?: string[] | null;

  @Field(() => ID, { description: 'Region (Kemendagri code).' })
  region!: string;

  @Field(() => Int, { description: 'People to be trained.' })
  headcount!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which they are needed.' })
  neededBy?: string | null;
}
