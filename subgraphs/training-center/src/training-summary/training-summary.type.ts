import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { FundingSource } from '@simpul/kit/graphql/shared-enums';
import { Money, rupiah } from '@simpul/kit/graphql/shared-types';
import { Field, Int, ObjectType } from 'type-graphql';
import { Agreement, Region } from '../foreign/foreign.type';
import type { PublishedCell, Summary } from './training-summary.service';

export const TrainingDimension = graphqlEnum(
  'TrainingDimension',
  'What the training summary may be broken down by.',
  {
    PROGRAMME: 'Programme that the class teaches.',
    FUNDING: 'Who pays for the class.',
    AGREEMENT: 'Agreement that the class is held under.',
    REGION: 'City of residence of the participants.',
    DISTRICT: 'District of residence of the participants.',
    YEAR: 'Year in which the class ends.',
  },
);
export type TrainingDimension = keyof typeof TrainingDimension;

@ObjectType({ description: 'Classes, seats, graduates and cost of some set of classes.' })
export class TrainingSummary {
  @Field(() => Int, { description: 'Classes counted; cancelled ones are not.' })
  classes!: number;

  @Field(() => Int, { description: 'Seats of those classes, free ones included.' })
  seats!: number;

  @Field(() => Int, { description: 'Seats reserved now and not yet taken up.' })
  reserved!: number;

  @Field(() => Int, { description: 'People who ever took a seat in them, dropouts included.' })
  enrolled!: number;

  @Field(() => Int, { description: 'People who completed one of those classes.' })
  completed!: number;

  @Field(() => Int, { description: 'People who dropped out.' })
  dropped!: number;

  @Field(() => Int, { description: 'People with a certificate from those classes.' })
  certified!: number;

  @Field(() => Money, { nullable: true, description: 'Cost recorded; null when not recorded.' })
  cost?: Money | null;

  @Field(() => DateTimeScalar, { description: 'State of the data.' })
  asOf!: Date;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from(summary: Summary, asOf: Date): TrainingSummary {
    return Object.assign(new TrainingSummary(), summary, { cost: rupiah(summary.cost), asOf });
  }
}

@ObjectType({
  description:
    'Training of one cell; dimensions not asked for are null. Counts of people under 5 are suppressed.',
})
export class TrainingCell {
  @Field(() => FundingSource, { nullable: true, description: 'Who pays for the classes.' })
  funding?: FundingSource | null;

  @Field(() => Agreement, { nullable: true, description: 'Agreement that the classes are held under.' })
  agreement?: Agreement | null;

  @Field(() => Region, { nullable: true, description: 'City or district of residence.' })
  region?: Region | null;

  @Field(() => Int, { nullable: true, description: 'Year in which the classes end.' })
  year?: number | null;

  @Field(() => Int, {
    description: 'Classes counted; one with participants from two regions counts in both.',
  })
  classes!: number;

  @Field(() => Int, { nullable: true, description: 'People enrolled; null when suppressed.' })
  enrolled?: number | null;

  @Field(() => Int, { nullable: true, description: 'People who completed; null when suppressed.' })
  completed?: number | null;

  @Field(() => Int, { nullable: true, description: 'People certified; null when suppressed.' })
  certified?: number | null;

  @Field(() => Money, { nullable: true, description: 'Cost recorded; null when not recorded.' })
  cost?: Money | null;

  @Field(() => Boolean, { description: 'Suppressed to protect people.' })
  suppressed!: boolean;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the programme; not published. Undefined: not asked for. */
  programmeId?: string;

  static from(cell: PublishedCell): TrainingCell {
    const { agreementId, regionCode, enrolled, completed, certified } = cell;
    return Object.assign(new TrainingCell(), cell, {
      agreement: agreementId == null ? null : { id: agreementId },
      region: regionCode == null ? null : { code: regionCode },
      cost: rupiah(cell.cost),
      suppressed: enrolled === null || completed === null || certified === null,
    });
  }
}
