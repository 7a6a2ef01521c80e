import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, ObjectType } from 'type-graphql';
import { Occupation, Region, withCode } from '../foreign/foreign.type';
import type { InterestMappingRow } from './interest-mapping.entity';

@ObjectType({ description: "A mapping of a job seeker's interests (pemetaan minat)." })
export class InterestMapping {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which the interests were mapped at the office.',
  })
  @Personal('HISTORY', 'YEAR')
  mappedOn?: string | null;

  @Field(() => [Occupation], {
    nullable: 'itemsAndList',
    description: 'Occupations of interest (KBJI), strongest first.',
  })
  @Personal('HISTORY', 'NONE')
  occupations?: (Occupation | null)[] | null;

  @Field(() => [Region], {
    nullable: 'itemsAndList',
    description: 'Regions of interest for work in Indonesia.',
  })
  @Personal('HISTORY', 'NONE')
  regions?: (Region | null)[] | null;

  @Field(() => [String], { nullable: true, description: 'Countries of interest, ISO 3166-1 alpha-2.' })
  @Personal('HISTORY', 'NONE')
  countries?: string[] | null;

  @Field(() => [PlacementScheme], {
    nullable: true,
    description: 'Schemes that the person would take part in.',
  })
  @Personal('HISTORY', 'NONE')
  schemes?: PlacementScheme[] | null;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from({ occupations, regions, ...row }: InterestMappingRow): InterestMapping {
    return Object.assign(new InterestMapping(), row, {
      occupations: occupations.map(withCode),
      regions: regions.map(withCode),
    });
  }
}
