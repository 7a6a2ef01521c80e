import { Directive, Field, Float, ObjectType } from 'type-graphql';
import { DateScalar } from './scalars';
import { SourceKind } from './shared-enums';

@ObjectType({ description: 'Where a statement or a fact was read.' })
@Directive('@shareable')
export class Source {
  @Field(() => String, { description: "Short stable name, e.g. the article's file name." })
  name!: string;

  @Field(() => SourceKind, { description: 'Whether it is press, a record, a law or a survey.' })
  kind!: SourceKind;

  @Field(() => String, { nullable: true, description: 'Title of the document or article.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Public address (URL); null when there is none.' })
  url?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of publication or of the record.' })
  publishedOn?: string | null;
}

@ObjectType({ description: 'A stretch of days.' })
@Directive('@shareable')
export class Period {
  @Field(() => DateScalar, { nullable: true, description: 'First day; null: open.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: open.' })
  to?: string | null;
}

@ObjectType({ description: 'An amount of money.' })
@Directive('@shareable')
export class Money {
  @Field(() => Float, { description: 'How many units of the currency, e.g. rupiah.' })
  amount!: number;

  @Field(() => String, { description: 'Currency, ISO 4217; IDR as a rule.' })
  currency!: string;
}

/** An amount in rupiah, or null where none is recorded. */
export function rupiah(amount: number | null): Money | null {
  return amount === null ? null : { amount, currency: 'IDR' };
}
