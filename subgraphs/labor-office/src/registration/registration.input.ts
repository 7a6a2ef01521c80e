import { RegistrationStatus } from './registration.type';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Narrows registrations; all given conditions hold together.' })
export class RegistrationFilter {
  @Field(() => ID, { nullable: true, description: 'At this labour office.' })
  @Personal('HISTORY', 'NONE')
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'At offices in this region.' })
  @Personal('HISTORY', 'NONE')
  region?: string | null;

  @Field(() => [RegistrationStatus], { nullable: true, description: 'In one of these states.' })
  @Personal('HISTORY', 'NONE')
  status?: RegistrationStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'The six-month report is overdue, or is not.' })
  @Personal('HISTORY', 'NONE')
  reportOverdue?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Next report due on or before this day.' })
  @Personal('HISTORY', 'NONE')
  reportDueTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Enrolled or placed according to the training centre and the employers' association, as of the connection's asOf.",
  })
  @Personal('HISTORY', 'NONE')
  enrolledOrPlaced?: boolean | null;
}
