import { DateScalar } from '@simpul/kit/graphql/scalars';
import { EmployerSize } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Narrows employers; all given conditions hold together.' })
export class EmployerFilter {
  @Field(() => ID, { nullable: true, description: 'In this region or one below it.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'In this industrial estate.' })
  industrialArea?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these industries (KBLI).' })
  industries?: string[] | null;

  @Field(() => [EmployerSize], { nullable: true, description: 'Of one of these sizes.' })
  size?: EmployerSize[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Member of the association, or not.' })
  member?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Has reported a vacancy since this day.' })
  reportedVacancySince?: string | null;

  @Field(() => String, { nullable: true, description: 'Words in the name.' })
  text?: string | null;
}
