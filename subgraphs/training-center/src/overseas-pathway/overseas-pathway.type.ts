import { FundingSource, PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Organization } from '../foreign/foreign.type';
import type { OverseasPathwayRow } from './overseas-pathway.entity';

@ObjectType({ description: 'A pathway abroad as announced.' })
@Directive('@key(fields: "id")')
export class OverseasPathway {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2; null: not named.' })
  country?: string | null;

  @Field(() => PlacementScheme, {
    nullable: true,
    description: 'MAGANG_LN or PMI; null where the source mixes them.',
  })
  scheme?: PlacementScheme | null;

  @Field(() => Organization, {
    nullable: true,
    description: 'Institution or company named as partner; null: not named.',
  })
  partner?: Organization | null;

  @Field(() => [FundingSource], { description: 'Financing said to be possible.' })
  funding!: FundingSource[];

  @Field(() => [Source], { description: 'Documents and articles that tell of it.' })
  sources!: Source[];

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from(row: OverseasPathwayRow): OverseasPathway {
    return Object.assign(new OverseasPathway(), row, {
      partner: row.partnerId === null ? null : { id: row.partnerId },
    });
  }
}
