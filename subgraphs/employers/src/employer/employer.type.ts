import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { EmployerSize } from '@simpul/kit/graphql/shared-enums';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Industry, Region } from '../foreign/foreign.type';
import type { EmployerRow } from './employer.entity';

@ObjectType({ description: 'An employer (pemberi kerja), member of the association or not.' })
@Directive('@key(fields: "id")')
export class Employer {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Business number (nomor induk berusaha); null when not known.',
  })
  nib?: string | null;

  @Field(() => String, { description: 'Name as recorded by the association.' })
  name!: string;

  @Field(() => Industry, { nullable: true, description: 'Industry of its main business (KBLI).' })
  industry?: Industry | null;

  @Field(() => Region, { nullable: true, description: 'Region of its main site.' })
  region?: Region | null;

  @Field(() => String, {
    nullable: true,
    description: 'Industrial estate (kawasan industri); null when outside one.',
  })
  industrialArea?: string | null;

  @Field(() => EmployerSize, {
    nullable: true,
    description: 'Size class, micro to large; null when not known.',
  })
  size?: EmployerSize | null;

  @Field(() => Boolean, { description: 'Member of the association (anggota Apindo).' })
  member!: boolean;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  static from(row: EmployerRow): Employer {
    const { id, nib, name, industrialArea, size, member, version, demo } = row;
    return Object.assign(new Employer(), {
      ...{ id, nib, name, industrialArea, size, member, version, demo },
      industry: row.industryCode === null ? null : { code: row.industryCode },
      region: row.regionCode === null ? null : { code: row.regionCode },
    });
  }
}

@ObjectType({ description: 'One row of a EmployerConnection.' })
export class EmployerEdge extends edgeOf(Employer) {}

@ObjectType({ description: 'A page of employers.' })
export class EmployerConnection extends connectionOf(Employer, EmployerEdge) {}
