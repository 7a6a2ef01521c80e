import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import type { ClaimRow } from './claim.entity';

export const ClaimStatus = graphqlEnum(
  'ClaimStatus',
  'Where a claim stands. Moves: ASSERTED to CORROBORATED or CONTESTED, any to RETRACTED.',
  {
    ASSERTED: 'Said by one source only.',
    CORROBORATED: 'Said by an independent source too.',
    CONTESTED: 'Another source says another value.',
    RETRACTED: 'Withdrawn; stays visible.',
  },
);
export type ClaimStatus = keyof typeof ClaimStatus;

@ObjectType({
  description: 'One statement: who said what about which matter, where and when. Claims are never edited.',
})
@Directive('@key(fields: "id")')
export class Claim {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => String, { description: 'Matter, as a stable path, e.g. quota/36.73 or agreement/<id>.' })
  subject!: string;

  @Field(() => String, { description: 'Property of the matter, e.g. seats, signedOn, status.' })
  predicate!: string;

  @Field(() => String, { description: 'Value in the words in which it was said.' })
  value!: string;

  @Field(() => Float, { nullable: true, description: 'Value as a number, when it is one.' })
  number?: number | null;

  @Field(() => String, { nullable: true, description: 'Unit, e.g. people, seats, percent.' })
  unit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Period it speaks of, ISO 8601 (2026 or 2026-01-01/2026-12-31); null when not said.',
  })
  period?: string | null;

  @Field(() => Source, { description: 'Where it was read.' })
  source!: Source;

  @Field(() => String, {
    nullable: true,
    description: 'Who said it, with office, as written; null when the source does not say.',
  })
  assertedBy?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was said or published.' })
  assertedOn?: string | null;

  @Field(() => ClaimStatus, { description: 'Where the claim stands.' })
  status!: ClaimStatus;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** For the edges to region, agreement and organisation; not published. */
  regionCode!: string | null;
  agreementId!: string | null;
  assertedByOrganizationId!: string | null;

  static from(row: ClaimRow): Claim {
    return Object.assign(new Claim(), row);
  }
}
