import { ClassStatus } from './training-class.type';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { FundingSource } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Narrows classes; all given conditions hold together.' })
export class ClassFilter {
  @Field(() => [ID], { nullable: true, description: 'Of one of these programmes.' })
  programmes?: string[] | null;

  @Field(() => [ClassStatus], { nullable: true, description: 'In one of these states.' })
  status?: ClassStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Under this agreement.' })
  agreement?: string | null;

  @Field(() => ID, { nullable: true, description: 'Debits this allocation or a part of it.' })
  allocation?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Teaches one of these units.' })
  competencyUnits?: string[] | null;

  @Field(() => [FundingSource], { nullable: true, description: 'Paid by one of these.' })
  funding?: FundingSource[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Allocation is for residents of this region or one below it.',
  })
  region?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Starts on or after this day.' })
  startsFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Ends on or after this day.' })
  endsFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Ends on or before this day.' })
  endsTo?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Has free seats, or has none.' })
  hasFreeSeats?: boolean | null;
}
