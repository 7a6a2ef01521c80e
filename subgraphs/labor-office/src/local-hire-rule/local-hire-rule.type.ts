import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { Region } from '../foreign/foreign.type';
import type { LocalHireRuleRow } from './local-hire-rule.entity';

export const RuleStatus = graphqlEnum('RuleStatus', 'Legal state of a rule.', {
  DRAFT: 'In preparation (rancangan).',
  CLAIMED_IN_FORCE: 'Said to be in force, not proven.',
  IN_FORCE: 'In force (berlaku), proven by its document.',
  REPEALED: 'Replaced or repealed (dicabut).',
});
export type RuleStatus = keyof typeof RuleStatus;

export const LocalHireDenominator = graphqlEnum(
  'LocalHireDenominator',
  'What the share of local workers is taken of.',
  {
    TOTAL_EMPLOYEES: 'All employees (jumlah seluruh tenaga kerja).',
    WORKFORCE_NEEDED: 'Workforce needed (kebutuhan tenaga kerja), art. 16(2) of the draft Perwal.',
    NEW_HIRES: "People hired in the report's period.",
  },
);
export type LocalHireDenominator = keyof typeof LocalHireDenominator;

@ObjectType({
  description:
    'A version of a local-hire rule as data (e.g. draft Perwal Kota Serang, 80 percent). Legal status and denominator are contested in the sources.',
})
@Directive('@key(fields: "id")')
export class LocalHireRule {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Region, { nullable: true, description: 'Region whose residents count as local.' })
  region?: Region | null;

  @Field(() => String, { description: 'Title of the regulation, or what the sources call it.' })
  title!: string;

  @Field(() => String, { description: 'Label of this version, or of this reading, of the regulation.' })
  version!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Least share of local workers, 0 to 1; null when not stated.',
  })
  threshold?: number | null;

  @Field(() => RuleStatus, { description: 'Legal state; a draft binds nobody.' })
  status!: RuleStatus;

  @Field(() => DateScalar, { nullable: true, description: 'First day in force; null when not recorded.' })
  effectiveFrom?: string | null;

  @Field(() => String, { description: 'Who counts as local.' })
  numerator!: string;

  @Field(() => LocalHireDenominator, {
    nullable: true,
    description: 'Reading of the denominator that the text gives; null: not stated.',
  })
  denominator?: LocalHireDenominator | null;

  @Field(() => [String], {
    description: 'Exemptions, e.g. qualification not available locally (art. 16(3) of the draft).',
  })
  exemptions!: string[];

  @Field(() => [Source], { description: 'Documents and articles.' })
  sources!: Source[];

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from({ regionCode, ...row }: LocalHireRuleRow): LocalHireRule {
    return Object.assign(new LocalHireRule(), row, { region: { code: regionCode } });
  }
}
