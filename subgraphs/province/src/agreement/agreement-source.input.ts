import { DateScalar } from '@simpul/kit/graphql/scalars';
import { SourceKind } from '@simpul/kit/graphql/shared-enums';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Where a statement or fact was read.' })
export class SourceInput {
  @Field(() => String, { description: 'Short stable name.' })
  name!: string;

  @Field(() => SourceKind, { description: 'Whether it is press, a record, a law or a survey.' })
  kind!: SourceKind;

  @Field(() => String, { nullable: true, description: 'As printed on the document or article.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Address, when public.' })
  url?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of publication.' })
  publishedOn?: string | null;
}
