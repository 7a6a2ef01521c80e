import { OverseasStage } from './overseas-case.type';
import { Personal } from '@simpul/kit/graphql/personal';
import { FundingSource, PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Narrows overseas cases; all given conditions hold together.' })
export class OverseasCaseFilter {
  @Field(() => [PlacementScheme], { nullable: true, description: 'Of one of these schemes.' })
  @Personal('HISTORY', 'NONE')
  scheme?: PlacementScheme[] | null;

  @Field(() => [String], { nullable: true, description: 'To one of these countries (ISO 3166-1 alpha-2).' })
  @Personal('HISTORY', 'NONE')
  countries?: string[] | null;

  @Field(() => [OverseasStage], { nullable: true, description: 'In one of these stages.' })
  @Personal('HISTORY', 'NONE')
  stage?: OverseasStage[] | null;

  @Field(() => [FundingSource], { nullable: true, description: 'Funded by one of these.' })
  @Personal('SPECIFIC', 'NONE')
  funding?: FundingSource[] | null;

  @Field(() => ID, { nullable: true, description: 'Candidates living in this region or one below it.' })
  @Personal('CONTACT', 'NONE')
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'Under this agreement.' })
  @Personal('HISTORY', 'NONE')
  agreement?: string | null;
}
