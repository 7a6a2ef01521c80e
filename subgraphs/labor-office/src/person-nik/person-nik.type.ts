import { IdempotencyConflict, ReferenceUnknown, TooManyAttempts } from '@simpul/kit/graphql/outcome';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { createUnionType, Field, ObjectType } from 'type-graphql';

@ObjectType({ description: "Whether a number is the person's." })
export class NikVerification {
  @Field(() => Boolean, { description: "The number is this person's." })
  matched!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was checked.' })
  verifiedAt!: Date;
}

export const VerifyNikResult = createUnionType({
  name: 'VerifyNikResult',
  description: 'Result of verifyNik.',
  types: () => [NikVerification, TooManyAttempts, ReferenceUnknown, IdempotencyConflict] as const,
});

@ObjectType({ description: 'A number told in full, once, to the head of the labour office that keeps it.' })
export class RevealedNik {
  @Field(() => String, { nullable: true, description: 'The whole number; null: none is recorded.' })
  @Personal('IDENTITY', 'HIDE')
  nik?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was first told under this key.' })
  @Personal('HISTORY', 'NONE')
  revealedAt?: Date | null;

  /** For the edge to the person; not published. */
  personId!: string;
}

export const RevealNikResult = createUnionType({
  name: 'RevealNikResult',
  description: 'Result of revealNik.',
  types: () => [RevealedNik, ReferenceUnknown, IdempotencyConflict] as const,
});
