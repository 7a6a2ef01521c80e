import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { AgreementRow } from './agreement.entity';

export const AgreementForm = graphqlEnum(
  'AgreementForm',
  'Legal form of an agreement (PP 28/2018; Permendagri 22/2020).',
  {
    NOTA_KESEPAKATAN:
      'Region and central government, art. 46 synergy (nota kesepakatan), with an annexed work plan.',
    KESEPAKATAN_BERSAMA: 'Region and third party or other region (kesepakatan bersama).',
    PKS: 'Implementing agreement (perjanjian kerja sama).',
    NOTA_KESEPAHAMAN_UNSPECIFIED: 'Called MoU or nota kesepahaman in the sources; legal form unspecified.',
    NO_DOCUMENT: 'No document: a coordination meeting or verbal commitment (komitmen lisan).',
  },
);
export type AgreementForm = keyof typeof AgreementForm;

export const AgreementStatus = graphqlEnum(
  'AgreementStatus',
  'Where an agreement stands. Moves: CLAIMED or PLANNED to SIGNED to IN_FORCE; IN_FORCE to SUSPENDED and back; IN_FORCE or SUSPENDED to EXPIRED or TERMINATED.',
  {
    CLAIMED: 'Known from published statements only; opens nothing.',
    PLANNED: 'Signing announced (direncanakan); opens nothing.',
    SIGNED: 'Signed (ditandatangani), not yet in force.',
    IN_FORCE: 'In force (berlaku): its grants and allocations work.',
    SUSPENDED: 'Suspended (ditangguhkan): its grants are closed.',
    EXPIRED: 'Past its last day (berakhir).',
    TERMINATED: 'Ended early (diakhiri).',
  },
);
export type AgreementStatus = keyof typeof AgreementStatus;

@ObjectType({
  description:
    'An agreement between organisations, or an event that is treated as one (nota kesepakatan, kesepakatan bersama, PKS; PP 28/2018, Permendagri 22/2020). What no source gives is null.',
})
@Directive('@key(fields: "id")')
export class Agreement {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => String, { description: 'Title as recorded.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Number on the document; null when not recorded.' })
  documentNumber?: string | null;

  @Field(() => AgreementForm, { description: 'Legal form of the document, or that there is none.' })
  form!: AgreementForm;

  @Field(() => AgreementStatus, {
    description: 'Where the agreement stands; only IN_FORCE opens data and quota.',
  })
  status!: AgreementStatus;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which signing was announced; null when not recorded.',
  })
  plannedSigningOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of signing; null when not recorded.' })
  signedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Place of signing or meeting.' })
  place?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day in force; null when not recorded.' })
  effectiveFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day in force, until midnight WIB; null when not recorded, never invented.',
  })
  expiresOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Subject matter in one or two sentences.' })
  subject?: string | null;

  @Field(() => [Source], { description: 'Documents and articles that tell of it.' })
  sources!: Source[];

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the agreement before it; not published. */
  followsUpId!: string | null;

  static from(row: AgreementRow): Agreement {
    return Object.assign(new Agreement(), row);
  }
}

@ObjectType({ description: 'One row of a AgreementConnection.' })
export class AgreementEdge extends edgeOf(Agreement) {}

@ObjectType({ description: 'A page of agreements.' })
export class AgreementConnection extends connectionOf(Agreement, AgreementEdge) {}
