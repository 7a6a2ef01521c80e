import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Agreement, Claim, Clause, Region } from '../foreign/foreign.type';
import type { QuotaAllocationRow } from './quota-allocation.entity';
import type { DistrictFillCount, ProgrammeFillCount } from './quota-allocation.service';

export const QuotaScope = graphqlEnum('QuotaScope', 'What the places of an allocation are for.', {
  ALL_TRAINING: 'All training of the year, at home and overseas.',
  OVERSEAS_TRAINING: 'Training for work or apprenticeship abroad (pelatihan luar negeri).',
  OVERSEAS_DEPARTURE: 'People sent abroad (diberangkatkan), as one headline reads it.',
  CITY_CLASSES: 'Classes for residents of one city, e.g. the 64 seats.',
});
export type QuotaScope = keyof typeof QuotaScope;

@ObjectType({
  description:
    'Places under an agreement, in a tree: pool, province, city, class (kuota). Children never exceed their parent; filled never exceeds seats. Alternative readings of one number are separate trees.',
})
@Directive('@key(fields: "id")')
export class QuotaAllocation {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Agreement, {
    nullable: true,
    description: 'Agreement it stands under; null when no source names one.',
  })
  agreement?: Agreement | null;

  @Field(() => Clause, { nullable: true, description: 'Clause it stands under.' })
  clause?: Clause | null;

  @Field(() => Region, { nullable: true, description: 'Region whose residents it is for.' })
  region?: Region | null;

  @Field(() => Int, { nullable: true, description: 'Year; null when not stated.' })
  year?: number | null;

  @Field(() => QuotaScope, { description: 'What its places are for.' })
  scope!: QuotaScope;

  @Field(() => String, {
    nullable: true,
    description: 'Condition stated for the places, e.g. more if demanded, or only if the budget is not cut.',
  })
  condition?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Places given; like the next five null where no ledger is recorded, never an invented 0.',
  })
  seats?: number | null;

  @Field(() => Int, { nullable: true, description: 'Places reserved, not yet enrolled.' })
  reserved?: number | null;

  @Field(() => Int, { nullable: true, description: 'Places enrolled or completed.' })
  filled?: number | null;

  @Field(() => Int, { nullable: true, description: 'People who completed one of its classes.' })
  completed?: number | null;

  @Field(() => Int, { nullable: true, description: 'People with a certificate from its classes.' })
  certified?: number | null;

  @Field(() => Int, { nullable: true, description: 'Places left: seats - reserved - filled.' })
  remaining?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Which reading of a contested number this tree follows, in words; null: uncontested.',
  })
  reading?: string | null;

  @Field(() => Claim, {
    nullable: true,
    description: 'Claim that this tree follows; belongs to one figure with the claims of the other readings.',
  })
  claim?: Claim | null;

  @Field(() => Boolean, { description: 'True when a steward prefers this reading, or there is no other.' })
  preferred!: boolean;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the parent; not published. */
  parentId!: string | null;

  static from(row: QuotaAllocationRow): QuotaAllocation {
    const { seats, reserved, filled } = row;
    return Object.assign(new QuotaAllocation(), row, {
      agreement: row.agreementId === null ? null : { id: row.agreementId },
      clause: row.clauseId === null ? null : { id: row.clauseId },
      claim: row.claimId === null ? null : { id: row.claimId },
      region: row.regionCode === null ? null : { code: row.regionCode },
      remaining: seats === null || reserved === null || filled === null ? null : seats - reserved - filled,
    });
  }
}

@ObjectType({ description: 'Seats of an allocation that the classes of one programme fill.' })
export class ProgrammeFill {
  @Field(() => Int, { description: 'Seats in its classes.' })
  seats!: number;

  @Field(() => Int, { description: 'Seats reserved now, not yet taken up.' })
  reserved!: number;

  @Field(() => Int, { description: 'Seats of people who are enrolled or have completed.' })
  filled!: number;

  @Field(() => Int, { description: 'People who completed a class of the programme.' })
  completed!: number;

  @Field(() => Int, { description: 'People with a certificate from those classes.' })
  certified!: number;

  @Field(() => [DistrictFill], {
    description: 'The same seats by the district where their participants live.',
  })
  byDistrict!: DistrictFill[];

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the programme; not published. */
  programmeId!: string;

  static from(fill: ProgrammeFillCount): ProgrammeFill {
    return Object.assign(new ProgrammeFill(), fill, { byDistrict: fill.byDistrict.map(DistrictFill.from) });
  }
}

@ObjectType({
  description:
    'Fill by one district; counts under 5 are suppressed with their complements where a caller sees aggregates only.',
})
export class DistrictFill {
  @Field(() => Region, { nullable: true, description: 'District (kecamatan); null: not recorded.' })
  region?: Region | null;

  @Field(() => Int, { nullable: true, description: 'Reserved; null when suppressed.' })
  reserved?: number | null;

  @Field(() => Int, { nullable: true, description: 'Enrolled or completed; null when suppressed.' })
  filled?: number | null;

  @Field(() => Int, { nullable: true, description: 'Completed; null when suppressed.' })
  completed?: number | null;

  @Field(() => Boolean, { description: 'Suppressed to protect people.' })
  suppressed!: boolean;

  static from({ districtCode, reserved, filled, completed }: DistrictFillCount): DistrictFill {
    return Object.assign(new DistrictFill(), {
      ...{ reserved, filled, completed },
      region: districtCode === null ? null : { code: districtCode },
      suppressed: reserved === null || filled === null || completed === null,
    });
  }
}

@ObjectType({ description: 'One row of a QuotaAllocationConnection.' })
export class QuotaAllocationEdge extends edgeOf(QuotaAllocation) {}

@ObjectType({ description: 'A page of allocations.' })
export class QuotaAllocationConnection extends connectionOf(QuotaAllocation, QuotaAllocationEdge) {}
