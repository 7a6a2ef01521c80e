import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { IndicatorKind } from './indicator.type';

@InputType({ description: 'Narrows indicators.' })
export class IndicatorFilter {
  @Field(() => [IndicatorKind], { nullable: true, description: 'Of one of these kinds.' })
  kind?: IndicatorKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these regions.' })
  regions?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Periods that end on or after this day.' })
  since?: string | null;
}
