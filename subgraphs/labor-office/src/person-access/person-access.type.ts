import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { LegalBasis, PersonalDataCategory, Purpose } from '@simpul/kit/graphql/shared-enums';
import type { AccessAsked, Opening } from '@simpul/kit/policy/opening';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Agreement, Organization, withId } from '../foreign/foreign.type';

@ObjectType({
  description:
    'What an organisation may read about a person at the labour offices today: what anybody may who acts for it, whatever the role.',
})
export class PersonAccess {
  @Field(() => DateScalar, { description: 'Today in WIB, the day for which it is told.' })
  day!: string;

  @Field(() => Organization, { nullable: true, description: 'Organisation that would read.' })
  organization?: Organization | null;

  @Field(() => Purpose, { description: 'Purpose of use that it would name.' })
  purpose!: Purpose;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version of the data grants it rests on; null while none is fresh, when no grant opens anything.',
  })
  bundleVersion?: number | null;

  /** Who is asked about; not published in this form. */
  asked!: AccessAsked;

  static of(asked: AccessAsked, day: string, bundleVersion: number | null): PersonAccess {
    const { organization, purpose } = asked;
    return Object.assign(new PersonAccess(), {
      ...{ asked, day, purpose, bundleVersion },
      organization: withId(organization),
    });
  }
}

@ObjectType({
  description:
    'Fields of one category that are open for one reason: a data grant, or that the person is its own.',
})
export class AccessOpening {
  @Field(() => PersonalDataCategory, { nullable: true, description: 'Category of these fields.' })
  @Personal('HISTORY', 'HIDE')
  category?: PersonalDataCategory | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Fields of the labour offices, as Type.field, in alphabetical order.',
  })
  @Personal('HISTORY', 'HIDE')
  fields?: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True if only a masked form is shown: initials, last digits, the year.',
  })
  @Personal('HISTORY', 'HIDE')
  masked?: boolean | null;

  @Field(() => Agreement, {
    nullable: true,
    description: 'Agreement whose data grant opens them; null where the person is the organisation’s own.',
  })
  @Personal('HISTORY', 'HIDE')
  agreement?: Agreement | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the clause of that agreement; null: the agreement as a whole.',
  })
  @Personal('HISTORY', 'HIDE')
  clauseNumber?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of that data grant.' })
  @Personal('HISTORY', 'HIDE')
  grant?: string | null;

  @Field(() => Int, { nullable: true, description: 'Version of that data grant.' })
  @Personal('HISTORY', 'HIDE')
  grantVersion?: number | null;

  @Field(() => LegalBasis, {
    nullable: true,
    description: 'Legal basis of that data grant; CONSENT: as long as the person agrees.',
  })
  @Personal('HISTORY', 'HIDE')
  legalBasis?: LegalBasis | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day: of the data grant, of the reason for which the organisation knows the person, or of the consent, whichever ends first; null: open.',
  })
  @Personal('HISTORY', 'YEAR')
  validUntil?: string | null;

  static from({ category, fields, masked, grant, validUntil }: Opening): AccessOpening {
    return {
      ...{ category, fields, masked, validUntil },
      agreement: withId(grant?.agreement ?? null),
      clauseNumber: grant?.clause ?? null,
      grant: grant?.id ?? null,
      grantVersion: grant?.version ?? null,
      legalBasis: (grant?.legalBasis ?? null) as LegalBasis | null,
    };
  }
}
