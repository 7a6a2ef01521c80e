import type { PublishedCell } from '@simpul/kit/figures/suppression';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { FundingSource, PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Field, Int, ObjectType } from 'type-graphql';
import { Region, withCode } from '../foreign/foreign.type';
import { OverseasStage } from '../overseas-case/overseas-case.type';
import type { OverseasCell } from './overseas-summary.repository';

export const OverseasDimension = graphqlEnum(
  'OverseasDimension',
  'What overseas cases may be broken down by besides the scheme.',
  {
    COUNTRY: 'Country of destination.',
    FUNDING: 'Who pays for preparation and departure.',
    STAGE: 'Stage that the case has reached.',
    REGION: 'City where the candidate lives.',
  },
);
export type OverseasDimension = keyof typeof OverseasDimension;

@ObjectType({ description: 'Overseas candidates of one cell; dimensions not asked for are null.' })
export class OverseasCaseCell {
  @Field(() => PlacementScheme, { description: 'Scheme; magang and PMI are never added up.' })
  scheme!: PlacementScheme;

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => FundingSource, { nullable: true, description: 'Who pays for preparation and departure.' })
  funding?: FundingSource | null;

  @Field(() => OverseasStage, { nullable: true, description: 'Stage that these candidates have reached.' })
  stage?: OverseasStage | null;

  @Field(() => Region, { nullable: true, description: 'City where the candidates live.' })
  region?: Region | null;

  @Field(() => Int, { nullable: true, description: 'Candidates; null when suppressed.' })
  count?: number | null;

  @Field(() => Boolean, { description: 'Suppressed to protect people.' })
  suppressed!: boolean;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from({ city, ...cell }: PublishedCell<OverseasCell>): OverseasCaseCell {
    return { ...cell, region: withCode(city) };
  }
}
