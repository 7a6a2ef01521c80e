import { PersonalDataCategory, Purpose } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Narrows data grants; all given conditions hold together.' })
export class DataGrantFilter {
  @Field(() => ID, { nullable: true, description: 'Read by this organisation.' })
  recipient?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this organisation's people." })
  provider?: string | null;

  @Field(() => ID, { nullable: true, description: 'Under this agreement.' })
  agreement?: string | null;

  @Field(() => Purpose, { nullable: true, description: 'Open for this purpose.' })
  purpose?: Purpose | null;

  @Field(() => PersonalDataCategory, { nullable: true, description: 'Open for this category.' })
  category?: PersonalDataCategory | null;

  @Field(() => Boolean, { nullable: true, description: 'True: opens fields now; false: does not.' })
  inForce?: boolean | null;
}
