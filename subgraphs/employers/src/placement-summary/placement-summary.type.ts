import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { EducationLevel, PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Field, Int, ObjectType } from 'type-graphql';
import { Agreement, Industry, Programme, Region } from '../foreign/foreign.type';
import { DestinationArea, PlacementChannel } from '../placement/placement.type';
import type { PublishedCell } from './placement-summary.service';

export const PlacementDimension = graphqlEnum(
  'PlacementDimension',
  'Further dimension of the placement summary.',
  {
    AREA: 'Area of destination.',
    COUNTRY: 'Country of destination.',
    REGION: 'Region of destination.',
    INDUSTRY: 'Industry of the employer.',
    PROGRAMME: 'Programme that led to the placement.',
    AGREEMENT: 'Agreement that the placement counts under.',
    EDUCATION: 'Education of the person, as told at placement.',
    MONTH: 'Month in which the placement starts.',
  },
);
export type PlacementDimension = keyof typeof PlacementDimension;

@ObjectType({ description: 'Placements counted by scheme and channel; there is no total over schemes.' })
export class PlacementSummary {
  @Field(() => [PlacementCount], { description: 'One count for each scheme and channel.' })
  bySchemeAndChannel!: PlacementCount[];

  @Field(() => DateTimeScalar, { description: 'State of the data.' })
  asOf!: Date;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;
}

@ObjectType({ description: 'Placements of one scheme and channel.' })
export class PlacementCount {
  @Field(() => PlacementScheme, {
    description: 'Scheme of these placements; each scheme has counts of its own.',
  })
  scheme!: PlacementScheme;

  @Field(() => PlacementChannel, { nullable: true, description: 'Channel; null where the scheme has none.' })
  channel?: PlacementChannel | null;

  @Field(() => Int, { nullable: true, description: 'Placements ever; null when suppressed.' })
  placed?: number | null;

  @Field(() => Int, { nullable: true, description: 'Placements that last today.' })
  active?: number | null;

  @Field(() => Int, { nullable: true, description: 'Still employed at 3 months.' })
  keptAt3Months?: number | null;

  @Field(() => Int, { nullable: true, description: 'Still employed at 6 months.' })
  keptAt6Months?: number | null;

  @Field(() => Int, { nullable: true, description: 'Still employed at 12 months.' })
  keptAt12Months?: number | null;

  @Field(() => Boolean, { description: 'Suppressed to protect people.' })
  suppressed!: boolean;
}

@ObjectType({ description: 'Placements of one cell; dimensions not asked for are null.' })
export class PlacementCell {
  @Field(() => PlacementScheme, { description: 'Scheme; always given, because schemes are never added up.' })
  scheme!: PlacementScheme;

  @Field(() => PlacementChannel, { nullable: true, description: 'Channel; null where the scheme has none.' })
  channel?: PlacementChannel | null;

  @Field(() => DestinationArea, { nullable: true, description: 'Area of destination.' })
  area?: DestinationArea | null;

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => Region, { nullable: true, description: 'Region of destination.' })
  region?: Region | null;

  @Field(() => Industry, { nullable: true, description: 'Industry of the employer (KBLI).' })
  industry?: Industry | null;

  @Field(() => Programme, { nullable: true, description: 'Programme that led to the placements.' })
  programme?: Programme | null;

  @Field(() => Agreement, { nullable: true, description: 'Agreement that the placements count under.' })
  agreement?: Agreement | null;

  @Field(() => EducationLevel, {
    nullable: true,
    description: 'Education of the people, as told at placement.',
  })
  education?: EducationLevel | null;

  @Field(() => String, { nullable: true, description: 'Month in which the placements start, YYYY-MM.' })
  month?: string | null;

  @Field(() => Int, { nullable: true, description: 'Placements; null when suppressed.' })
  placed?: number | null;

  @Field(() => Int, { nullable: true, description: 'Placements that last today.' })
  active?: number | null;

  @Field(() => Boolean, { description: 'Suppressed to protect people.' })
  suppressed!: boolean;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from({ region, industry, programme, agreement, ...cell }: PublishedCell): PlacementCell {
    return Object.assign(new PlacementCell(), cell, {
      region: region == null ? null : { code: region },
      industry: industry == null ? null : { code: industry },
      programme: programme == null ? null : { id: programme },
      agreement: agreement == null ? null : { id: agreement },
    });
  }
}
