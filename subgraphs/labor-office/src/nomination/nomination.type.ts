import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Agreement, Organization, QuotaAllocation, TrainingClass, withId } from '../foreign/foreign.type';
import type { NominationRow } from './nomination.entity';

export const NominationStatus = graphqlEnum(
  'NominationStatus',
  'Where a nomination stands. Moves: PROPOSED to ACCEPTED, WAITLISTED, REJECTED or WITHDRAWN; WAITLISTED to ACCEPTED, REJECTED or WITHDRAWN; ACCEPTED to WITHDRAWN.',
  {
    PROPOSED: 'Proposed (diusulkan).',
    ACCEPTED: 'Accepted (diterima).',
    WAITLISTED: 'Waiting list (cadangan).',
    REJECTED: 'Rejected (ditolak).',
    WITHDRAWN: 'Withdrawn (mengundurkan diri).',
  },
);
export type NominationStatus = keyof typeof NominationStatus;

export const FollowUpOutcome = graphqlEnum('FollowUpOutcome', 'What became of someone after training.', {
  WORKING: 'Works for an employer (bekerja).',
  SELF_EMPLOYED: 'Works for themselves (wirausaha).',
  SEEKING: 'Seeks work (mencari kerja).',
  STUDYING: 'In education or further training.',
  UNREACHABLE: 'Could not be reached.',
});
export type FollowUpOutcome = keyof typeof FollowUpOutcome;

@ObjectType({ description: 'A nomination of a person for a class or an allocation (usulan peserta).' })
@Directive('@key(fields: "id")')
export class Nomination {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => QuotaAllocation, { nullable: true, description: 'Allocation whose seat is sought.' })
  @Personal('HISTORY', 'NONE')
  allocation?: QuotaAllocation | null;

  @Field(() => TrainingClass, {
    nullable: true,
    description: 'Class sought; null while only the allocation is known.',
  })
  @Personal('HISTORY', 'NONE')
  trainingClass?: TrainingClass | null;

  @Field(() => Agreement, { nullable: true, description: 'Agreement it is made under.' })
  @Personal('HISTORY', 'NONE')
  agreement?: Agreement | null;

  @Field(() => Organization, { nullable: true, description: 'Office that nominates.' })
  @Personal('HISTORY', 'NONE')
  office?: Organization | null;

  @Field(() => NominationStatus, {
    nullable: true,
    description: 'Where the nomination stands, from proposed to decided.',
  })
  @Personal('HISTORY', 'HIDE')
  status?: NominationStatus | null;

  @Field(() => String, { nullable: true, description: 'Reason of a rejection or withdrawal.' })
  @Personal('HISTORY', 'HIDE')
  reason?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which the office nominated the person.' })
  @Personal('HISTORY', 'YEAR')
  nominatedOn?: string | null;

  @Field(() => FollowUp, {
    nullable: true,
    description: 'What became of the nominee after training; null: not followed up.',
  })
  @Personal('HISTORY', 'HIDE')
  followUp?: FollowUp | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the nominee; not published. */
  personId!: string;

  static from(row: NominationRow): Nomination {
    const { id, personId, status, reason, nominatedOn, followUp, followedUpOn, version, demo } = row;
    return Object.assign(new Nomination(), {
      ...{ id, personId, status, reason, nominatedOn, version, demo },
      allocation: withId(row.allocationId),
      trainingClass: withId(row.classId),
      agreement: withId(row.agreementId),
      office: { id: row.officeId },
      followUp: followUp === null ? null : { outcome: followUp, foundOn: followedUpOn },
    });
  }
}

@ObjectType({ description: 'What became of a nominee after training.' })
export class FollowUp {
  @Field(() => FollowUpOutcome, { nullable: true, description: 'What the office found the person doing.' })
  @Personal('HISTORY', 'HIDE')
  outcome?: FollowUpOutcome | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was found.' })
  @Personal('HISTORY', 'YEAR')
  foundOn?: string | null;
}
