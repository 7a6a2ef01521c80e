import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { SignatoryCapacity, WitnessRole } from './agreement-signing.type';
import { SourceInput } from './agreement-source.input';

@InputType({ description: 'A signature to record.' })
export class SignatoryInput {
  @Field(() => String, { description: 'Name as written.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Office held.' })
  office?: string | null;

  @Field(() => ID, { description: 'Organisation signed for.' })
  organization!: string;

  @Field(() => SignatoryCapacity, {
    nullable: true,
    description: 'In what capacity; left out when not recorded.',
  })
  capacity?: SignatoryCapacity | null;

  @Field(() => Boolean, { nullable: true, description: 'A power of attorney was given.' })
  powerOfAttorney?: boolean | null;
}

@InputType({ description: 'A person present at a signing.' })
export class WitnessInput {
  @Field(() => String, { description: 'Name as written.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Office held.' })
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'Organisation of that office.' })
  organization?: string | null;

  @Field(() => WitnessRole, { description: 'Witnessed or attended.' })
  role!: WitnessRole;
}

@InputType({ description: 'A signing to record.' })
export class SignAgreementInput {
  @Field(() => ID, {
    description: 'Chosen by the client; the same key with the same input gives the first answer again.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Agreement id.' })
  agreement!: string;

  @Field(() => Int, {
    description: 'Version the caller last read; a newer one stored gives VersionConflict.',
  })
  version!: number;

  @Field(() => DateScalar, { description: 'Day of signing.' })
  signedOn!: string;

  @Field(() => String, { nullable: true, description: 'Place of signing.' })
  place?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day in force, when the document gives one.',
  })
  expiresOn?: string | null;

  @Field(() => [SignatoryInput], { description: 'Who signed.' })
  signatories!: SignatoryInput[];

  @Field(() => [WitnessInput], { nullable: true, description: 'Who witnessed or attended.' })
  witnesses?: WitnessInput[] | null;

  @Field(() => [SourceInput], { description: 'Where it is recorded.' })
  sources!: SourceInput[];
}
