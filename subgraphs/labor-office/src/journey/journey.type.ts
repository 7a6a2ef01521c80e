import { daysBetween } from '@simpul/kit/clock/clock';
import type { PublishedCell } from '@simpul/kit/figures/suppression';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Organization, Region, withCode, withId } from '../foreign/foreign.type';
import type { StageCell } from './journey.repository';

export const JourneyStage = graphqlEnum(
  'JourneyStage',
  "Step of a person's way at the labour office. Moves: in this order; any to REMOVED.",
  {
    REGISTERED: 'Registered in SIAPkerja or with AK-1 (pendaftaran).',
    INTERVIEWED: 'Interviewed (wawancara).',
    INTEREST_MAPPED: 'Interests mapped (pemetaan minat).',
    NOMINATED: 'Nominated for training (diusulkan).',
    ACCEPTED: 'Nomination accepted (diterima).',
    REMOVED: 'Left the way (dihapus, mengundurkan diri).',
  },
);
export type JourneyStage = keyof typeof JourneyStage;

export const JourneyDimension = graphqlEnum(
  'JourneyDimension',
  'What the journey summary may be broken down by besides the stage.',
  {
    OFFICE: 'Labour office at which the person counts.',
    DISTRICT: 'District (kecamatan) where the person lives.',
    MONTH: 'Month in which the stage began.',
  },
);
export type JourneyDimension = keyof typeof JourneyDimension;

/** A step as it is stored, be it past or present. */
export interface StepTaken {
  readonly stage: JourneyStage;
  readonly since: string;
  readonly until: string | null;
  readonly officeId: string;
}

@ObjectType({
  description:
    "A step of a person's way at the labour office; training and placement are asked of their owners.",
})
export class JourneyStep {
  @Field(() => JourneyStage, { nullable: true, description: 'Stage that the person reached by it.' })
  @Personal('HISTORY', 'NONE')
  stage?: JourneyStage | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day the stage began.' })
  @Personal('HISTORY', 'YEAR')
  since?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it ended; null while it lasts.' })
  @Personal('HISTORY', 'YEAR')
  until?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days in the stage, until today while it lasts.' })
  @Personal('HISTORY', 'NONE')
  days?: number | null;

  @Field(() => Organization, { nullable: true, description: 'Organisation that recorded it.' })
  @Personal('HISTORY', 'NONE')
  recordedBy?: Organization | null;

  static from({ stage, since, until, officeId }: StepTaken, today: string): JourneyStep {
    return { stage, since, until, days: daysBetween(since, until ?? today), recordedBy: { id: officeId } };
  }
}

@ObjectType({ description: 'People of one stage; dimensions not asked for are null.' })
export class JourneyCell {
  @Field(() => JourneyStage, { description: 'Stage at which these people stand now.' })
  stage!: JourneyStage;

  @Field(() => Organization, { nullable: true, description: 'Labour office at which these people count.' })
  office?: Organization | null;

  @Field(() => Region, { nullable: true, description: 'District (kecamatan) where these people live.' })
  region?: Region | null;

  @Field(() => String, { nullable: true, description: 'Month in which the stage began, YYYY-MM.' })
  month?: string | null;

  @Field(() => Int, { nullable: true, description: 'People; null when suppressed.' })
  count?: number | null;

  @Field(() => Int, { nullable: true, description: 'Median days in the stage.' })
  medianDays?: number | null;

  @Field(() => Boolean, { description: 'Suppressed to protect people.' })
  suppressed!: boolean;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from({ stage, officeId, district, month, ...counted }: PublishedCell<StageCell>): JourneyCell {
    const { count, suppressed, medianDays, demo } = counted;
    return {
      ...{ stage, month, count, suppressed, demo },
      office: withId(officeId),
      region: withCode(district),
      medianDays: suppressed ? null : medianDays,
    };
  }
}
