import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar, DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { PersonalDataCategory, Purpose } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, ObjectType } from 'type-graphql';
import { Organization } from '../foreign/foreign.type';
import type { ConsentRow } from './consent.entity';

export const ConsentStatus = graphqlEnum('ConsentStatus', 'Where a consent stands today.', {
  GIVEN: 'Given (diberikan).',
  WITHDRAWN: 'Withdrawn (ditarik).',
  EXPIRED: 'Past its last day.',
});
export type ConsentStatus = keyof typeof ConsentStatus;

@ObjectType({
  description:
    'A consent of a person (persetujuan; UU 27/2022 art. 20, 22). Moves: GIVEN to WITHDRAWN or EXPIRED.',
})
export class Consent {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Organization, { nullable: true, description: 'Who may read.' })
  @Personal('HISTORY', 'NONE')
  recipient?: Organization | null;

  @Field(() => Purpose, { nullable: true, description: 'Purpose of use that it was given for.' })
  @Personal('HISTORY', 'NONE')
  purpose?: Purpose | null;

  @Field(() => [PersonalDataCategory], {
    nullable: true,
    description: 'Categories of personal data that it opens.',
  })
  @Personal('HISTORY', 'NONE')
  categories?: PersonalDataCategory[] | null;

  @Field(() => ConsentStatus, {
    nullable: true,
    description: 'Whether it holds today, has run out or was withdrawn.',
  })
  @Personal('HISTORY', 'NONE')
  status?: ConsentStatus | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was given.' })
  @Personal('HISTORY', 'NONE')
  givenAt?: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: until withdrawn.' })
  @Personal('HISTORY', 'NONE')
  validUntil?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn.' })
  @Personal('HISTORY', 'NONE')
  withdrawnAt?: Date | null;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** Whose it is; not published. */
  personId!: string;

  static from(row: ConsentRow, today: string): Consent {
    const { id, personId, purpose, categories, givenAt, validUntil, withdrawnAt, demo } = row;
    return Object.assign(new Consent(), {
      ...{ id, personId, purpose, categories, givenAt, validUntil, withdrawnAt, demo },
      recipient: { id: row.recipientId },
      status: row.statusOn(today),
    });
  }
}
