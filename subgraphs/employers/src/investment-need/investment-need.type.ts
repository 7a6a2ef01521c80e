import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Industry, Occupation, Region } from '../foreign/foreign.type';
import type { InvestmentNeedRow } from './investment-need.entity';

@ObjectType({ description: 'Workers that an investment will need (kebutuhan tenaga kerja investasi).' })
@Directive('@key(fields: "id")')
export class InvestmentNeed {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Region, { nullable: true, description: 'Region where the investment is made.' })
  region?: Region | null;

  @Field(() => Industry, { nullable: true, description: 'Industry of the investment (KBLI).' })
  industry?: Industry | null;

  @Field(() => Occupation, { nullable: true, description: 'Occupation (KBJI), when known.' })
  occupation?: Occupation | null;

  @Field(() => Int, { nullable: true, description: 'People needed; null when not stated.' })
  headcount?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which they are needed; null when not stated.',
  })
  neededBy?: string | null;

  @Field(() => Source, { description: 'Where it was read.' })
  source!: Source;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the investor; not published. */
  employerId!: string | null;

  static from(row: InvestmentNeedRow): InvestmentNeed {
    const { id, employerId, headcount, neededBy, demo } = row;
    return Object.assign(new InvestmentNeed(), {
      ...{ id, employerId, headcount, neededBy, demo },
      region: row.regionCode === null ? null : { code: row.regionCode },
      industry: row.industryCode === null ? null : { code: row.industryCode },
      occupation: row.occupationCode === null ? null : { code: row.occupationCode },
      source: {
        name: row.sourceName,
        kind: row.sourceKind,
        title: row.sourceTitle,
        url: row.sourceUrl,
        publishedOn: row.sourcePublishedOn,
      },
    });
  }
}

@ObjectType({ description: 'One row of a InvestmentNeedConnection.' })
export class InvestmentNeedEdge extends edgeOf(InvestmentNeed) {}

@ObjectType({ description: 'A page of investment needs.' })
export class InvestmentNeedConnection extends connectionOf(InvestmentNeed, InvestmentNeedEdge) {}
