import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Field, ObjectType } from 'type-graphql';
import type { SignatoryRow, WitnessRow } from './agreement-signing.entity';

export const SignatoryCapacity = graphqlEnum('SignatoryCapacity', 'Capacity in which an official signs.', {
  HEAD_OF_REGION: 'Head of region (kepala daerah).',
  HEAD_OF_AGENCY: 'Head of a regional agency with power of attorney (kepala OPD).',
  HEAD_OF_CENTRAL_UNIT: 'Head of a central unit (kepala unit pelaksana teknis).',
  ASSOCIATION_OFFICER: 'Officer of an association or company (pengurus).',
});
export type SignatoryCapacity = keyof typeof SignatoryCapacity;

export const WitnessRole = graphqlEnum('WitnessRole', 'Part of a person present at a signing.', {
  WITNESS: 'Named as witness (saksi / menyaksikan).',
  ATTENDEE: 'Named as attending (hadir).',
});
export type WitnessRole = keyof typeof WitnessRole;

@ObjectType({ description: 'A signature under an agreement.' })
export class Signatory {
  @Field(() => String, { description: 'Name as written in the source.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Public office held at signing (jabatan).' })
  office?: string | null;

  @Field(() => SignatoryCapacity, { nullable: true, description: 'Capacity in which the person signed.' })
  capacity?: SignatoryCapacity | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A power of attorney (surat kuasa) was given; null when not recorded.',
  })
  powerOfAttorney?: boolean | null;

  @Field(() => [Source], { description: 'Documents and articles that say so.' })
  sources!: Source[];

  /** For the edge to the organisation; not published. */
  organizationId!: string;

  static from(row: SignatoryRow): Signatory {
    return Object.assign(new Signatory(), row);
  }
}

@ObjectType({ description: 'A person present at a signing.' })
export class Witness {
  @Field(() => String, { description: 'Name as written in the source.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Public office held then (jabatan).' })
  office?: string | null;

  @Field(() => WitnessRole, { description: 'Witnessed, or only attended.' })
  role!: WitnessRole;

  @Field(() => [Source], { description: 'Documents and articles that say so.' })
  sources!: Source[];

  /** For the edge to the organisation; not published. */
  organizationId!: string | null;

  static from(row: WitnessRow): Witness {
    return Object.assign(new Witness(), row);
  }
}
