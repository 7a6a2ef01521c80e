import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { EmployerSize } from '@simpul/kit/graphql/shared-enums';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Industry, Region, withCode } from '../foreign/foreign.type';
import { LocalHireDenominator, LocalHireRule } from '../local-hire-rule/local-hire-rule.type';
import type { AssessedCell } from './local-hire-summary.service';

export const LocalHireDimension = graphqlEnum(
  'LocalHireDimension',
  'What the local-hire summary may be broken down by besides rule and denominator.',
  {
    INDUSTRY: 'Industry (KBLI section).',
    INDUSTRIAL_AREA: 'Industrial estate (kawasan industri).',
    REGION: 'City of the workplace.',
    QUARTER: 'Quarter in which the reported period ends.',
    EMPLOYER_SIZE: 'Size class of the employer, micro to large.',
  },
);
export type LocalHireDimension = keyof typeof LocalHireDimension;

@ObjectType({
  description: 'Employers of one cell of the local-hire summary; dimensions not asked for are null.',
})
export class LocalHireCell {
  @Field(() => LocalHireRule, { description: 'Version of the rule that the employers are held against.' })
  rule!: LocalHireRule;

  @Field(() => LocalHireDenominator, {
    description: 'What the share is taken of; each reading has cells of its own.',
  })
  denominator!: LocalHireDenominator;

  @Field(() => Industry, { nullable: true, description: 'Industry of the employers (KBLI section).' })
  industry?: Industry | null;

  @Field(() => String, {
    nullable: true,
    description: 'Industrial estate of the workplaces (kawasan industri).',
  })
  industrialArea?: string | null;

  @Field(() => Region, { nullable: true, description: 'City of the workplaces.' })
  region?: Region | null;

  @Field(() => String, {
    nullable: true,
    description: 'Quarter in which the reported period ends, e.g. 2026-Q1.',
  })
  quarter?: string | null;

  @Field(() => EmployerSize, { nullable: true, description: 'Size class of the employers, micro to large.' })
  employerSize?: EmployerSize | null;

  @Field(() => Int, { description: 'Employers with an assessment.' })
  employers!: number;

  @Field(() => Int, { description: 'Of these, at or above the threshold.' })
  met!: number;

  @Field(() => Int, { description: 'Of these, without enough data.' })
  notEnoughData!: number;

  @Field(() => Float, { nullable: true, description: 'Local workers over all workers of the cell, 0 to 1.' })
  share?: number | null;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from({ rule, section, city, ...cell }: AssessedCell): LocalHireCell {
    return Object.assign(new LocalHireCell(), cell, {
      rule: LocalHireRule.from(rule),
      industry: withCode(section),
      region: withCode(city),
    });
  }
}
