import { DateScalar } from '@simpul/kit/graphql/scalars';
import { LegalBasis, PersonalDataCategory, Purpose } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, InputType, Int } from 'type-graphql';

const KEY = 'Chosen by the client; the same key with the same input gives the first answer again.';

@InputType({ description: 'Limits of a grant.' })
export class GrantScopeInput {
  @Field(() => [ID], { nullable: true, description: 'Only people of these regions.' })
  regions?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Only people nominated or enrolled under the agreement.',
  })
  onlyUnderAgreement?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only these fields, as Type.field; must carry @personal.',
  })
  fields?: string[] | null;
}

@InputType({ description: 'A data grant to give.' })
export class GrantDataAccessInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the grant, a random UUID that the first to sign chooses and the second repeats; needed with a countersignature, which covers it.',
  })
  grant?: string | null;

  @Field(() => ID, { description: 'Agreement it stands under.' })
  agreement!: string;

  @Field(() => ID, { description: 'Clause it rests on.' })
  clause!: string;

  @Field(() => ID, { description: 'Organisation whose data is read.' })
  provider!: string;

  @Field(() => ID, { description: 'Organisation that reads.' })
  recipient!: string;

  @Field(() => [PersonalDataCategory], {
    description: 'Categories opened; SPECIFIC must name its fields in the scope.',
  })
  categories!: PersonalDataCategory[];

  @Field(() => [Purpose], { description: 'Purposes opened.' })
  purposes!: Purpose[];

  @Field(() => GrantScopeInput, { nullable: true, description: 'Limits.' })
  scope?: GrantScopeInput | null;

  @Field(() => LegalBasis, { description: 'Legal basis of processing (UU 27/2022 art. 20).' })
  legalBasis!: LegalBasis;

  @Field(() => DateScalar, { description: 'First day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  validTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Signature of the caller's organisation over the grant as the bundle publishes it: a detached JWS (EdDSA) by its own key. Without one the caller has confirmed and not signed, and the grant opens nothing.",
  })
  countersignature?: string | null;
}

@InputType({ description: 'A data grant to revoke.' })
export class RevokeDataAccessInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Data grant id.' })
  grant!: string;

  @Field(() => Int, {
    description: 'Version the caller last read; a newer one stored gives VersionConflict.',
  })
  version!: number;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}
