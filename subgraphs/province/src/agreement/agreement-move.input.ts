import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';

const KEY = 'Chosen by the client; the same key with the same input gives the first answer again.';
const VERSION = 'Version the caller last read; a newer one stored gives VersionConflict.';

@InputType({ description: 'Bringing an agreement into force.' })
export class BringAgreementIntoForceInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Agreement id.' })
  agreement!: string;

  @Field(() => Int, { description: VERSION })
  version!: number;

  @Field(() => DateScalar, { description: 'First day in force.' })
  effectiveFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day in force; null when the document gives none.',
  })
  expiresOn?: string | null;
}

@InputType({ description: 'A suspension, resumption or termination.' })
export class AgreementMoveInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Agreement id.' })
  agreement!: string;

  @Field(() => Int, { description: VERSION })
  version!: number;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}
