import { Field, ID, InputType } from 'type-graphql';
import { SchoolKind } from './school.type';

@InputType({ description: 'Narrows schools.' })
export class SchoolFilter {
  @Field(() => [SchoolKind], { nullable: true, description: 'Of one of these kinds.' })
  kind?: SchoolKind[] | null;

  @Field(() => ID, { nullable: true, description: 'In this region or one below it.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'Words in the name.' })
  text?: string | null;
}
