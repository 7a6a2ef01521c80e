import { Directive, Field, ID, InterfaceType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from './scalars';

const CODE = "Stable code, SCREAMING_SNAKE form of the type's name.";
const MESSAGE = 'What happened, one sentence for a person.';
const NEXT_STEP = 'What the caller can do next; null when nothing helps.';

@InterfaceType({
  autoRegisterImplementations: false,
  description:
    'An expected result of a change that is not success. Every result union has members that implement it; branch on __typename.',
})
export abstract class Outcome {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => String, { description: MESSAGE })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Path within the input that caused it, e.g. ["input", "trainingClass"]; null when none did.',
  })
  path?: string[] | null;

  @Field(() => String, { nullable: true, description: NEXT_STEP })
  nextStep?: string | null;
}

/**
 * The fields that every member of {@link Outcome} has; `F` are the fields of one member besides them. Members inherit
 * the interface from here and do not name it themselves, or its descriptions would displace these.
 */
@ObjectType({ implements: Outcome })
export abstract class OutcomeMember<F extends object = object> implements Outcome {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => String, { description: MESSAGE })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Path within the input that caused it; null when none did.',
  })
  path?: string[] | null;

  @Field(() => String, { nullable: true, description: NEXT_STEP })
  nextStep?: string | null;

  constructor(told: OutcomeTold & F) {
    Object.assign(this, told);
    this.code = this.constructor.name.replace(/(?<=[a-z])[A-Z]/g, '_$&').toUpperCase();
  }
}

/** What every outcome tells besides its code. */
export interface OutcomeTold {
  readonly message: string;
  readonly path?: string[] | null;
  readonly nextStep?: string | null;
}

@ObjectType({
  description: 'The idempotency key was used before with another input; nothing changed.',
})
@Directive('@shareable')
export class IdempotencyConflict extends OutcomeMember<{ firstUsedAt: Date }> {
  @Field(() => DateTimeScalar, { description: 'When the key was first used.' })
  firstUsedAt!: Date;
}

@ObjectType({
  description: 'Another change came first (optimistic concurrency); nothing changed.',
})
@Directive('@shareable')
export class VersionConflict extends OutcomeMember<{ currentVersion: number; changedFields: string[] }> {
  @Field(() => Int, { description: 'Version now stored.' })
  currentVersion!: number;

  @Field(() => [String], {
    description: 'Names of the fields that differ from the version the caller knew.',
  })
  changedFields!: string[];
}

@ObjectType({
  description: 'The state machine does not allow this move; nothing changed.',
})
@Directive('@shareable')
export class IllegalMove extends OutcomeMember<{ from: string; allowed: string[] }> {
  @Field(() => String, { description: 'State the record is in.' })
  from!: string;

  @Field(() => [String], { description: 'States it may move to now.' })
  allowed!: string[];
}

@ObjectType({
  description: 'The person, organisation or record does not meet a condition; nothing changed.',
})
@Directive('@shareable')
export class NotEligible extends OutcomeMember<{ reasons: string[] }> {
  @Field(() => [String], {
    description: 'Conditions not met, each as a sentence with its legal or programme source.',
  })
  reasons!: string[];
}

@ObjectType({ description: 'The same thing is already recorded; nothing changed.' })
@Directive('@shareable')
export class Duplicate extends OutcomeMember<{ existingId: string | null }> {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the record that exists, if the caller may know of it.',
  })
  existingId?: string | null;
}

@ObjectType({
  description: 'A record named in the input is unknown, or unknown to this caller; nothing changed.',
})
@Directive('@shareable')
export class ReferenceUnknown extends OutcomeMember<{ typeName: string }> {
  @Field(() => String, { description: 'Type of the record that was not found.' })
  typeName!: string;
}

@ObjectType({ description: 'Too many checks of this person or by this caller.' })
export class TooManyAttempts extends OutcomeMember<{ retryAt: Date }> {
  @Field(() => DateTimeScalar, { description: 'When to try again.' })
  retryAt!: Date;
}
