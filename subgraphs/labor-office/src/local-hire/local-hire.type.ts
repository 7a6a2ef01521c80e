import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { WorkforceReport, withId } from '../foreign/foreign.type';
import { LocalHireDenominator, LocalHireRule } from '../local-hire-rule/local-hire-rule.type';
import type { Assessment } from './local-hire.service';

export const LocalHireResult = graphqlEnum(
  'LocalHireResult',
  'Where an employer stands to the threshold of a rule under one reading of its denominator.',
  {
    MET: 'At or above the threshold.',
    SHORT: 'Below the threshold by at least one head.',
    NOT_ENOUGH_DATA: 'Threshold, local workers or denominator is not known.',
  },
);
export type LocalHireResult = keyof typeof LocalHireResult;

@ObjectType({
  description:
    "An employer's share of local workers under one rule and one denominator; informative, no sanction.",
})
export class LocalHireAssessment {
  @Field(() => LocalHireRule, { description: 'Rule version assessed under.' })
  rule!: LocalHireRule;

  @Field(() => LocalHireDenominator, {
    description: 'Reading of the denominator that the share is taken of.',
  })
  denominator!: LocalHireDenominator;

  @Field(() => LocalHireResult, { description: 'Whether the data allows an answer.' })
  result!: LocalHireResult;

  @Field(() => Int, { nullable: true, description: 'Local workers counted; null without data.' })
  localWorkers?: number | null;

  @Field(() => Int, { nullable: true, description: 'Workers in the denominator; null without data.' })
  outOf?: number | null;

  @Field(() => Float, { nullable: true, description: 'localWorkers / outOf, 0 to 1.' })
  share?: number | null;

  @Field(() => Int, { nullable: true, description: 'Heads short of the threshold; 0 when met.' })
  shortfall?: number | null;

  @Field(() => WorkforceReport, { nullable: true, description: 'Workforce report the numbers come from.' })
  basedOn?: WorkforceReport | null;

  @Field(() => DateTimeScalar, { description: 'When it was computed.' })
  asOf!: Date;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** For the fields that are worked out only when asked for; not published. */
  assessment!: Assessment;

  static from(assessment: Assessment): LocalHireAssessment {
    const { denominator, result, localWorkers, outOf, share, shortfall, asOf, demo } = assessment;
    return Object.assign(new LocalHireAssessment(), {
      ...{ denominator, result, localWorkers, outOf, share, shortfall, asOf, demo, assessment },
      rule: LocalHireRule.from(assessment.rule),
      basedOn: withId(assessment.reportId),
    });
  }
}

@ObjectType({ description: 'A local-hire share after assumed hires.' })
export class LocalHireProjection {
  @Field(() => Float, { nullable: true, description: 'Share after them, 0 to 1.' })
  share?: number | null;

  @Field(() => Int, { nullable: true, description: 'Heads short after them.' })
  shortfall?: number | null;
}
