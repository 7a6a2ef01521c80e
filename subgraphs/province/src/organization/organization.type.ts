import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { OrganizationRow } from './organization.entity';

export const OrganizationKind = graphqlEnum(
  'OrganizationKind',
  'Kind of organisation, by its place in government or business (jenis lembaga).',
  {
    MUNICIPALITY: 'City or regency government (pemkot, pemkab).',
    PROVINCE: 'Provincial government (pemprov).',
    REGIONAL_AGENCY: 'Regional agency, e.g. Disnaker, Bappeda, Inspektorat (OPD).',
    MINISTRY: 'Ministry (kementerian).',
    TRAINING_CENTRE: "Ministry's training centre (BBPVP, BLK).",
    EMPLOYERS_ASSOCIATION: "Employers' association (asosiasi pengusaha).",
    BANK: 'Bank, e.g. of Himbara.',
    SCHOOL: 'School or school authority.',
    OVERSEAS_PARTNER: 'Overseas partner or sending organisation (mitra, LPK).',
    COMPANY: 'Company (perusahaan).',
    OTHER: 'Anything else.',
  },
);
export type OrganizationKind = keyof typeof OrganizationKind;

@ObjectType({
  description: 'An organisation: government agency, training centre, association, bank, company.',
})
@Directive('@key(fields: "id")')
export class Organization {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => String, { description: 'Preferred name; other spellings stand among its aliases.' })
  name!: string;

  @Field(() => [String], { description: 'Other spellings and names in the sources, e.g. BLK Serang.' })
  aliases!: string[];

  @Field(() => OrganizationKind, { description: 'What it is, e.g. a ministry, a bank or a company.' })
  kind!: OrganizationKind;

  @Field(() => [Source], { description: 'Documents and articles that name it.' })
  sources!: Source[];

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** For the edges to region and parent; not published. */
  regionCode!: string | null;
  parentId!: string | null;

  static from(row: OrganizationRow): Organization {
    return Object.assign(new Organization(), row);
  }
}

@ObjectType({ description: 'One row of a OrganizationConnection.' })
export class OrganizationEdge extends edgeOf(Organization) {}

@ObjectType({ description: 'A page of organisations.' })
export class OrganizationConnection extends connectionOf(Organization, OrganizationEdge) {}
