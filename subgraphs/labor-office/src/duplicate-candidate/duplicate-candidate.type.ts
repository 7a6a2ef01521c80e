import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { DuplicateCandidateRow } from './duplicate-candidate.entity';

export const DuplicateMatch = graphqlEnum('DuplicateMatch', 'How a possible duplicate was found.', {
  SAME_NUMBER: 'Same keyed blind index of the NIK.',
  LIKENESS: 'Like name, birth date and region.',
});
export type DuplicateMatch = keyof typeof DuplicateMatch;

export const DuplicateStatus = graphqlEnum(
  'DuplicateStatus',
  'Where a possible duplicate stands. Moves: OPEN to IN_REVIEW to MERGED or DISTINCT; MERGED to SPLIT.',
  {
    OPEN: 'Found, and not yet looked at by an officer.',
    IN_REVIEW: 'One officer decided, a second must confirm.',
    MERGED: 'Confirmed as one person.',
    DISTINCT: 'Confirmed as two people.',
    SPLIT: 'A merge that was undone.',
  },
);
export type DuplicateStatus = keyof typeof DuplicateStatus;

@ObjectType({
  description: 'Two records that may be one person, found by blind index or likeness; a person decides.',
})
@Directive('@key(fields: "id")')
export class DuplicateCandidate {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => DuplicateMatch, { nullable: true, description: 'How they were found.' })
  @Personal('IDENTITY', 'HIDE')
  match?: DuplicateMatch | null;

  @Field(() => Float, { nullable: true, description: 'Likeness, 0 to 1; 1 for the same blind index.' })
  @Personal('IDENTITY', 'HIDE')
  likeness?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'The records are at different offices.' })
  @Personal('IDENTITY', 'NONE')
  acrossOffices?: boolean | null;

  @Field(() => DuplicateStatus, { nullable: true, description: 'Where the case stands.' })
  @Personal('IDENTITY', 'NONE')
  status?: DuplicateStatus | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the two records; not published. */
  personIds!: readonly [string, string];

  static from(row: DuplicateCandidateRow): DuplicateCandidate {
    const { id, match, likeness, acrossOffices, status, version, demo } = row;
    return Object.assign(new DuplicateCandidate(), {
      ...{ id, match, likeness, acrossOffices, status, version, demo },
      personIds: [row.firstPersonId, row.secondPersonId],
    });
  }
}

@ObjectType({ description: 'One row of a DuplicateCandidateConnection.' })
export class DuplicateCandidateEdge extends edgeOf(DuplicateCandidate) {}

@ObjectType({ description: 'A page of possible duplicates.' })
export class DuplicateCandidateConnection extends connectionOf(DuplicateCandidate, DuplicateCandidateEdge) {}
