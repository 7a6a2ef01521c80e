import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Region } from '../foreign/foreign.type';
import type { MatchRow } from './match.entity';

export const MatchDistance = graphqlEnum('MatchDistance', 'Distance between residence and workplace.', {
  SAME_DISTRICT: 'Same district (kecamatan).',
  SAME_CITY: 'Same city or regency.',
  SAME_PROVINCE: 'Same province, another city or regency.',
  FARTHER: 'In another province than the work.',
});
export type MatchDistance = keyof typeof MatchDistance;

const FROM_NEAR_TO_FAR = Object.values(MatchDistance);

@ObjectType({
  description:
    'A certified person who fits a vacancy, with the reason. Anonymous; never matched or ranked on age, sex or religion.',
})
export class MatchCandidate {
  @Field(() => ID, {
    description:
      "Random id for this vacancy and this person; never the person's id, and another one for every other vacancy.",
  })
  id!: string;

  @Field(() => Region, { nullable: true, description: 'City where the candidate lives, never finer.' })
  @Personal('CONTACT', 'BAND')
  region?: Region | null;

  @Field(() => MatchDistance, { description: 'Distance between residence and workplace.' })
  distance!: MatchDistance;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of validity of the certificate that expires first.',
  })
  @Personal('HISTORY', 'YEAR')
  certifiedUntil?: string | null;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** Who it is, for the audit alone; not published. */
  personId!: string;
  /** For the edges to the units; not published. */
  matched!: readonly string[];
  missing!: readonly string[];

  static from(row: MatchRow, wanted: readonly string[]): MatchCandidate {
    return Object.assign(new MatchCandidate(), {
      ...{ id: row.id, personId: row.personId, certifiedUntil: row.certifiedUntil, demo: row.demo },
      region: row.regionCode === null ? null : { code: row.regionCode },
      distance: FROM_NEAR_TO_FAR[row.distance],
      matched: row.matchedUnits,
      missing: wanted.filter((unit) => !row.matchedUnits.includes(unit)),
    });
  }
}

@ObjectType({ description: 'One row of a MatchCandidateConnection.' })
export class MatchCandidateEdge extends edgeOf(MatchCandidate) {}

@ObjectType({ description: 'A page of candidates, best first.' })
export class MatchCandidateConnection extends connectionOf(MatchCandidate, MatchCandidateEdge) {}
