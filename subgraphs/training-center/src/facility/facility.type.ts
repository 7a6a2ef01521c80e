import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Claim, Region } from '../foreign/foreign.type';
import type { FacilityRow } from './facility.entity';

export const FacilityCapability = graphqlEnum('FacilityCapability', 'What a facility can do.', {
  UNDERWATER_WELDING: 'Underwater welding (las bawah air).',
  PIPE_WELDING_6GR: 'Pipe welding, position 6GR.',
  ROBOTIC_WELDING: 'Robotic welding with AI.',
  SCREEN_PRINTING: 'Screen printing (sablon).',
  BARISTA: 'Barista training.',
  AGROFORESTRY: 'Growing trees and crops together (agroforestri).',
  CLASSROOM: 'Classrooms.',
  BOARDING: 'Boarding or school building.',
});
export type FacilityCapability = keyof typeof FacilityCapability;

@ObjectType({ description: 'A facility of the training centre.' })
@Directive('@key(fields: "id")')
export class Facility {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => String, {
    description: 'Name of the facility, e.g. Fasilitas las bawah air.',
  })
  name!: string;

  @Field(() => [FacilityCapability], { description: 'What it can do.' })
  capabilities!: FacilityCapability[];

  @Field(() => Region, { nullable: true, description: 'Region where it stands; null when not recorded.' })
  region?: Region | null;

  @Field(() => [Claim], {
    nullable: 'items',
    description: 'Claims about it, e.g. that it is the only one in Indonesia.',
  })
  claims!: (Claim | null)[];

  @Field(() => [Source], { description: 'Documents and articles that tell of it.' })
  sources!: Source[];

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from(row: FacilityRow): Facility {
    return Object.assign(new Facility(), row, {
      region: row.regionCode === null ? null : { code: row.regionCode },
      claims: row.claimIds.map((id) => ({ id })),
    });
  }
}
