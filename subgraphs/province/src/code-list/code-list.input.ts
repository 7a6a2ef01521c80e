import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Narrows a code list.' })
export class CodeListFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these codes.' })
  codes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Directly below this code.' })
  parent?: string | null;

  @Field(() => String, { nullable: true, description: 'Words in the name.' })
  text?: string | null;
}
