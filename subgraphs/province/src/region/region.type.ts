import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { RegionRow } from './region.entity';

export const RegionLevel = graphqlEnum(
  'RegionLevel',
  'Level of an administrative region, which the length of its Kemendagri code tells.',
  {
    PROVINCE: 'Province (provinsi), the highest level here.',
    REGENCY: 'Kota (city) or kabupaten (regency).',
    DISTRICT: 'District (kecamatan) of a city or regency.',
    VILLAGE: 'Village (kelurahan or desa) of a district.',
  },
);
export type RegionLevel = keyof typeof RegionLevel;

@ObjectType({
  description: 'An administrative region (wilayah). Kota Serang 36.73 is not Kabupaten Serang 36.04.',
})
@Directive('@key(fields: "code")')
export class Region {
  @Field(() => ID, {
    description: 'Kemendagri code with dots, e.g. 36.73.01 (Kepmendagri 300.2.2-2138/2025).',
  })
  code!: string;

  @Field(() => String, { description: 'Official name, e.g. Kota Serang.' })
  name!: string;

  @Field(() => RegionLevel, {
    description: 'Whether it is a province, a city or regency, a district or a village.',
  })
  level!: RegionLevel;

  @Field(() => String, {
    nullable: true,
    description: 'BPS code; differs from Kemendagri at district level. Null when not known.',
  })
  bpsCode?: string | null;

  /** For the edge one level up; not published. */
  parentCode!: string | null;

  static from(row: RegionRow): Region {
    return Object.assign(new Region(), row);
  }
}

@ObjectType({ description: 'One row of a RegionConnection.' })
export class RegionEdge extends edgeOf(Region) {}

@ObjectType({ description: 'A page of regions.' })
export class RegionConnection extends connectionOf(Region, RegionEdge) {}
