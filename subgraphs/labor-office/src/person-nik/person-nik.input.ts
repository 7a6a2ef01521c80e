import { type SecretValue, secretScalar } from '@simpul/kit/graphql/secret-scalar';
import { Personal } from '@simpul/kit/graphql/personal';
import { NIK_SCALAR } from '@simpul/schema/contract/nik';
import { Field, ID, InputType } from 'type-graphql';

const IDEMPOTENCY_KEY =
  'Chosen by the client; the same key with the same input gives the first answer again.';

/** Sixteen digits, taken as they are: a number that needed mending is one that nobody has read. */
export const NikScalar = secretScalar({
  name: NIK_SCALAR,
  description:
    'National identity number as input only; prints as [NIK] in logs and errors, refused as an inline literal.',
  accepts: (value) => /^\d{16}$/.test(value),
  remedy: 'A NIK is a string of 16 digits and nothing else.',
});

@InputType({ description: 'A number to compare.' })
export class VerifyNikInput {
  @Field(() => ID, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Person id.' })
  person!: string;

  @Field(() => NikScalar, { description: 'Number to compare.' })
  nik!: SecretValue;
}

@InputType({ description: 'A number to tell in full.' })
export class RevealNikInput {
  @Field(() => ID, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Person id; of the office that the caller heads.' })
  @Personal('IDENTITY', 'HIDE')
  person!: string;

  @Field(() => String, { description: 'Why the whole number is needed; the person gets to read it.' })
  reason!: string;
}
