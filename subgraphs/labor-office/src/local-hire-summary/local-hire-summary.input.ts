import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Narrows local-hire assessments.' })
export class LocalHireFilter {
  @Field(() => ID, { nullable: true, description: 'Under this rule version.' })
  rule?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this region or one below it.' })
  region?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these industries.' })
  industries?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Reports of periods that end on or after this day.',
  })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Reports of periods that end on or before this day.',
  })
  to?: string | null;
}
