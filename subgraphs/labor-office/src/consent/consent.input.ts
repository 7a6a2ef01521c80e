import { DateScalar } from '@simpul/kit/graphql/scalars';
import { PersonalDataCategory, Purpose } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, InputType } from 'type-graphql';

const KEY = 'Chosen by the client; the same key with the same input gives the first answer again.';

@InputType({ description: 'A consent to give.' })
export class GiveConsentInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Person id.' })
  person!: string;

  @Field(() => ID, { description: 'Who may read (organisation id).' })
  recipient!: string;

  @Field(() => Purpose, { description: 'For which purpose.' })
  purpose!: Purpose;

  @Field(() => [PersonalDataCategory], { description: 'Which categories.' })
  categories!: PersonalDataCategory[];

  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  validUntil?: string | null;

  @Field(() => String, { description: 'SHA-256 of the signed form or recording.' })
  evidenceHash!: string;
}

@InputType({ description: 'A consent to withdraw.' })
export class WithdrawConsentInput {
  @Field(() => ID, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Consent id.' })
  consent!: string;
}
