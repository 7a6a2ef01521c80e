import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateScalar, DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { LegalBasis, PersonalDataCategory, Purpose } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DataGrantRow } from './data-grant.entity';

export const GrantSide = graphqlEnum('GrantSide', 'A side of a data grant.', {
  PROVIDER: 'Whose people it is about (pemberi).',
  RECIPIENT: 'Who reads (penerima).',
});
export type GrantSide = keyof typeof GrantSide;

@ObjectType({
  description:
    "Leave for one organisation to read personal data of another's people, under an agreement. Works only while the agreement is in force and within its own dates.",
})
export class DataGrant {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => [PersonalDataCategory], { description: 'Categories of personal data it opens.' })
  categories!: PersonalDataCategory[];

  @Field(() => [Purpose], { description: 'Purposes of use it opens them for.' })
  purposes!: Purpose[];

  @Field(() => GrantScope, { description: 'Narrower limits: whose rows and which fields.' })
  scope!: GrantScope;

  @Field(() => LegalBasis, { description: 'Legal basis (UU 27/2022 art. 20).' })
  legalBasis!: LegalBasis;

  @Field(() => Int, {
    nullable: true,
    description: 'Days that the recipient may keep what it read; null when not recorded.',
  })
  retentionDays?: number | null;

  @Field(() => DateScalar, { description: 'First day on which it opens anything.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, until midnight WIB; null: as long as the agreement.',
  })
  validTo!: string | null;

  @Field(() => Int, { description: 'Rises with each change; named in every decision and audit record.' })
  version!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null while it was not.' })
  revokedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Reason given when it was revoked.' })
  revocationReason!: string | null;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** For the edges to agreement, clause and organisations; not published. */
  agreementId!: string;
  clauseId!: string | null;
  providerId!: string;
  recipientId!: string;

  static from(row: DataGrantRow): DataGrant {
    return Object.assign(new DataGrant(), row, { scope: GrantScope.from(row) });
  }
}

@ObjectType({ description: 'Limits of a data grant beyond its categories.' })
export class GrantScope {
  @Field(() => Boolean, { description: 'Only people nominated or enrolled under the agreement.' })
  onlyUnderAgreement!: boolean;

  @Field(() => [String], {
    description: 'Only these fields, as Type.field; empty: all fields of the categories.',
  })
  fields!: string[];

  /** For the edge to the regions; not published. */
  regionCodes!: string[];

  static from({ onlyUnderAgreement, fields, regionCodes }: DataGrantRow): GrantScope {
    return Object.assign(new GrantScope(), { onlyUnderAgreement, fields, regionCodes });
  }
}

@ObjectType({ description: 'One row of a DataGrantConnection.' })
export class DataGrantEdge extends edgeOf(DataGrant) {}

@ObjectType({ description: 'A page of data grants.' })
export class DataGrantConnection extends connectionOf(DataGrant, DataGrantEdge) {}
