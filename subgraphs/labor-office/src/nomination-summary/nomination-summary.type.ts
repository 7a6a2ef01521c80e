import { DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Region, withCode } from '../foreign/foreign.type';
import { FollowUpOutcome, NominationStatus } from '../nomination/nomination.type';
import type { NominationFigures } from './nomination-summary.service';

@ObjectType({
  description:
    'Nominations counted; counts under 5 are suppressed with their complements where a caller sees aggregates only.',
})
export class NominationSummary {
  @Field(() => Int, { description: 'All nominations, whatever their status.' })
  total!: number;

  @Field(() => [NominationStatusCount], {
    description: 'One count for each status, also where there are none.',
  })
  byStatus!: NominationStatusCount[];

  @Field(() => [FollowUpCount], { description: 'By finding after training.' })
  byFollowUp!: FollowUpCount[];

  @Field(() => [NominationDistrictCount], {
    description: 'By the district where people lived when they were nominated.',
  })
  byDistrict!: NominationDistrictCount[];

  @Field(() => DateTimeScalar, { description: 'State of the data.' })
  asOf!: Date;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from(figures: NominationFigures): NominationSummary {
    const { total, asOf, demo } = figures;
    return {
      ...{ total, asOf, demo },
      byStatus: figures.byStatus.map(({ kind, ...part }) => ({ status: kind, ...part })),
      byFollowUp: figures.byFollowUp.map(({ kind, ...part }) => ({ outcome: kind, ...part })),
      byDistrict: figures.byDistrict.map(({ kind, ...part }) => ({ region: withCode(kind), ...part })),
    };
  }
}

@ObjectType({ description: 'Nominations that stand in one status now.' })
export class NominationStatusCount {
  @Field(() => NominationStatus, { description: 'Status in which these nominations stand.' })
  status!: NominationStatus;

  @Field(() => Int, { nullable: true, description: 'Nominations; null when suppressed.' })
  count?: number | null;

  @Field(() => Boolean, { description: 'Suppressed to protect people.' })
  suppressed!: boolean;
}

@ObjectType({ description: 'Nominations with one finding after training.' })
export class FollowUpCount {
  @Field(() => FollowUpOutcome, { description: 'What the offices found these people doing.' })
  outcome!: FollowUpOutcome;

  @Field(() => Int, { nullable: true, description: 'Nominations; null when suppressed.' })
  count?: number | null;

  @Field(() => Boolean, { description: 'Suppressed to protect people.' })
  suppressed!: boolean;
}

@ObjectType({ description: 'Nominations of people who lived in one district when they were nominated.' })
export class NominationDistrictCount {
  @Field(() => Region, {
    nullable: true,
    description: 'District (kecamatan) where these people lived when they were nominated.',
  })
  region?: Region | null;

  @Field(() => Int, { nullable: true, description: 'Nominations; null when suppressed.' })
  count?: number | null;

  @Field(() => Boolean, { description: 'Suppressed to protect people.' })
  suppressed!: boolean;
}
