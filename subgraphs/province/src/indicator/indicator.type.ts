import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import type { IndicatorRow } from './indicator.entity';

export const IndicatorKind = graphqlEnum('IndicatorKind', 'What an indicator measures.', {
  TPT: 'Open unemployment rate (tingkat pengangguran terbuka), BPS Sakernas, percent.',
  LABOUR_FORCE: 'Labour force (angkatan kerja), people.',
  UNEMPLOYED: 'Unemployed (pengangguran), people.',
  PARTICIPATION_RATE: 'Participation rate (TPAK), percent.',
  MINIMUM_WAGE: 'Minimum wage of the city or regency (UMK), rupiah a month.',
});
export type IndicatorKind = keyof typeof IndicatorKind;

@ObjectType({
  description: 'A published measurement of a region; shown beside programme output, without causality.',
})
export class Indicator {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => IndicatorKind, { description: 'Rate or number that is measured, e.g. TPT.' })
  kind!: IndicatorKind;

  @Field(() => String, { description: 'Period, ISO 8601, e.g. 2025-08.' })
  period!: string;

  @Field(() => Float, { nullable: true, description: 'Value; null when published as not available.' })
  value?: number | null;

  @Field(() => String, { description: 'Unit, e.g. percent, people.' })
  unit!: string;

  @Field(() => String, { description: 'How it was measured, e.g. Sakernas August.' })
  method!: string;

  @Field(() => Source, { description: 'Where it was published.' })
  source!: Source;

  /** For the edge to the region; not published. */
  regionCode!: string;

  static from(row: IndicatorRow): Indicator {
    return Object.assign(new Indicator(), row);
  }
}

@ObjectType({ description: 'One row of a IndicatorConnection.' })
export class IndicatorEdge extends edgeOf(Indicator) {}

@ObjectType({ description: 'A page of indicators.' })
export class IndicatorConnection extends connectionOf(Indicator, IndicatorEdge) {}
