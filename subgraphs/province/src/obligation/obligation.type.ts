import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ObligationRow } from './obligation.entity';

export const ObligationStatus = graphqlEnum('ObligationStatus', 'Where an obligation stands.', {
  OPEN: 'Open and not yet due, or without a due date.',
  OVERDUE: 'Open past its due day (terlambat).',
  FULFILLED: 'Met (terpenuhi).',
  WAIVED: 'Released by the other party (dibebaskan).',
});
export type ObligationStatus = keyof typeof ObligationStatus;

@ObjectType({ description: 'A duty from a clause (kewajiban).' })
export class Obligation {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => String, { description: 'What is owed, in words.' })
  duty!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Due day; null when not recorded.' })
  dueOn?: string | null;

  @Field(() => ObligationStatus, { description: 'Where it stands today.' })
  status!: ObligationStatus;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was met; null while open.' })
  fulfilledOn?: string | null;

  @Field(() => [Source], { description: 'Documents that prove that it was met.' })
  evidence!: Source[];

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the organisation; not published. */
  obligorId!: string;

  static from(row: ObligationRow, status: ObligationStatus): Obligation {
    return Object.assign(new Obligation(), row, { status });
  }
}
