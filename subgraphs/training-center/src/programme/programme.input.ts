import { ProgrammeKind } from './programme.type';
import { FundingSource } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Narrows programmes.' })
export class ProgrammeFilter {
  @Field(() => [ProgrammeKind], { nullable: true, description: 'Of one of these kinds.' })
  kind?: ProgrammeKind[] | null;

  @Field(() => [FundingSource], { nullable: true, description: 'Paid by one of these.' })
  funding?: FundingSource[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Free for participants, or not.' })
  free?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Teaches one of these units.' })
  competencyUnits?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Words in code, name or field.' })
  text?: string | null;
}
