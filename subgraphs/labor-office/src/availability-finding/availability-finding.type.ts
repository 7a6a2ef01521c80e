import { published } from '@simpul/kit/figures/suppression';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import {
  CompetencyUnit,
  Employer,
  Occupation,
  Organization,
  Region,
  Vacancy,
  withCode,
  withId,
} from '../foreign/foreign.type';
import type { AvailabilityFindingRow } from './availability-finding.entity';

export const AvailabilityResult = graphqlEnum(
  'AvailabilityResult',
  'What the labour office found when it looked for a qualification among local job seekers.',
  {
    AVAILABLE: 'Available locally.',
    UNAVAILABLE: 'Proven unavailable locally (tidak tersedia).',
    UNDECIDED: 'Not decided yet.',
  },
);
export type AvailabilityResult = keyof typeof AvailabilityResult;

@ObjectType({
  description:
    'A finding on whether a qualification is available among local residents; proof for an exemption.',
})
@Directive('@key(fields: "id")')
export class AvailabilityFinding {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Occupation, { nullable: true, description: 'Occupation examined.' })
  occupation?: Occupation | null;

  @Field(() => [CompetencyUnit], { nullable: 'items', description: 'Competency units examined.' })
  competencyUnits!: (CompetencyUnit | null)[];

  @Field(() => Region, { nullable: true, description: 'Region examined.' })
  region?: Region | null;

  @Field(() => Employer, { nullable: true, description: 'Employer it was made for; null: general.' })
  employer?: Employer | null;

  @Field(() => Vacancy, { nullable: true, description: 'Vacancy it was made for.' })
  vacancy?: Vacancy | null;

  @Field(() => AvailabilityResult, {
    description: 'Whether the qualification is available, proven unavailable or undecided.',
  })
  result!: AvailabilityResult;

  @Field(() => Int, {
    nullable: true,
    description: 'Job seekers found with the qualification; null when suppressed.',
  })
  candidatesFound?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days the vacancy was open to local residents.' })
  daysAdvertised?: number | null;

  @Field(() => DateScalar, { description: 'Day of the finding.' })
  foundOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day it may be relied on.' })
  validUntil?: string | null;

  @Field(() => Organization, { nullable: true, description: 'Office that made it.' })
  office?: Organization | null;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from(row: AvailabilityFindingRow): AvailabilityFinding {
    const { id, result, candidatesFound, daysAdvertised, foundOn, validUntil, demo } = row;
    return Object.assign(new AvailabilityFinding(), {
      ...{ id, result, daysAdvertised, foundOn, validUntil, demo },
      occupation: { code: row.occupationCode },
      competencyUnits: row.competencyUnits.map(withCode),
      region: { code: row.regionCode },
      employer: withId(row.employerId),
      vacancy: withId(row.vacancyId),
      candidatesFound: candidatesFound === null ? null : published(candidatesFound),
      office: { id: row.officeId },
    });
  }
}
