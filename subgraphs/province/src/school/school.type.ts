import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Facility } from '../foreign/foreign.type';
import type { SchoolRow } from './school.entity';

export const SchoolKind = graphqlEnum(
  'SchoolKind',
  'Kind of school, by its level (jenjang) or, for Sekolah Rakyat, by its ministry.',
  {
    SD: 'Primary school (sekolah dasar).',
    SMP: 'Lower secondary school (sekolah menengah pertama).',
    SMA: 'General upper secondary school (sekolah menengah atas).',
    SMK: 'Vocational secondary school (sekolah menengah kejuruan).',
    SEKOLAH_RAKYAT: 'Boarding school of the social ministry (Sekolah Rakyat, Kemensos).',
  },
);
export type SchoolKind = keyof typeof SchoolKind;

@ObjectType({ description: 'A school (sekolah), told apart by its national number (NPSN).' })
@Directive('@key(fields: "npsn")')
export class School {
  @Field(() => ID, { description: 'NPSN; a provisional code where no source gives one.' })
  npsn!: string;

  @Field(() => Boolean, { description: 'True when npsn is provisional.' })
  npsnProvisional!: boolean;

  @Field(() => String, { description: 'Name as its sources give it.' })
  name!: string;

  @Field(() => SchoolKind, { description: 'Level or type of the school, e.g. SMK.' })
  kind!: SchoolKind;

  @Field(() => Facility, {
    nullable: true,
    description: 'Facility that hosts it, e.g. Sekolah Rakyat in the BBPVP complex.',
  })
  hostedAt?: Facility | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Study groups (rombongan belajar); null when not recorded.',
  })
  studyGroups?: number | null;

  @Field(() => [Source], { description: 'Documents and articles that tell of it.' })
  sources!: Source[];

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the region; not published. */
  regionCode!: string | null;

  static from(row: SchoolRow): School {
    return Object.assign(new School(), row, {
      hostedAt: row.hostedAtId === null ? null : { id: row.hostedAtId },
    });
  }
}

@ObjectType({ description: 'One row of a SchoolConnection.' })
export class SchoolEdge extends edgeOf(School) {}

@ObjectType({ description: 'A page of schools.' })
export class SchoolConnection extends connectionOf(School, SchoolEdge) {}
