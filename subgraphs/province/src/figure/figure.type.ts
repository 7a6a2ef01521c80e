import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { Field, ObjectType } from 'type-graphql';
import type { FigureChoiceRow, FigureRow } from './figure.entity';

@ObjectType({
  description:
    'Everything said about one property of one matter. Nothing is preferred until a steward (walidata, Perpres 39/2019) chooses.',
})
export class Figure {
  @Field(() => String, { description: 'Matter, as in Claim.subject.' })
  subject!: string;

  @Field(() => String, { description: 'Property, as in Claim.predicate.' })
  predicate!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was chosen.' })
  preferredAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the steward prefers that claim; null when none is preferred.',
  })
  reason?: string | null;

  @Field(() => Boolean, { description: 'True when claims that are not retracted disagree.' })
  conflicting!: boolean;

  /** For the edges to the preferred claim and the steward; not published. */
  preferredClaimId!: string | null;
  preferredById!: string | null;

  static from(row: FigureRow): Figure {
    return Object.assign(new Figure(), row);
  }
}

@ObjectType({ description: "A steward's choice among claims." })
export class FigureChoice {
  @Field(() => DateTimeScalar, { description: 'When the steward chose the claim.' })
  at!: Date;

  @Field(() => String, { description: 'Why the steward chose the claim.' })
  reason!: string;

  /** For the edges to claim and organisation; not published. */
  claimId!: string;
  byOrganizationId!: string;

  static from({ chosenAt: at, reason, claimId, byOrganizationId }: FigureChoiceRow): FigureChoice {
    return Object.assign(new FigureChoice(), { at, reason, claimId, byOrganizationId });
  }
}

@ObjectType({ description: 'One row of a FigureConnection.' })
export class FigureEdge extends edgeOf(Figure) {}

@ObjectType({ description: 'A page of figures.' })
export class FigureConnection extends connectionOf(Figure, FigureEdge) {}
