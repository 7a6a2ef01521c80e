import { RegistrationStatus } from '../registration/registration.type';
import { JourneyStage } from '../journey/journey.type';
import { Personal } from '@simpul/kit/graphql/personal';
import { EducationLevel } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Narrows people; all given conditions hold together.' })
export class PersonFilter {
  @Field(() => ID, { nullable: true, description: 'Registered at this labour office.' })
  @Personal('HISTORY', 'NONE')
  office?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Living in this region or one below it (Kemendagri code).',
  })
  @Personal('CONTACT', 'NONE')
  region?: string | null;

  @Field(() => [JourneyStage], { nullable: true, description: 'Now in one of these stages.' })
  @Personal('HISTORY', 'NONE')
  stage?: JourneyStage[] | null;

  @Field(() => Int, { nullable: true, description: 'In the present stage for at least this many days.' })
  @Personal('HISTORY', 'NONE')
  minDaysInStage?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Has a SIAPkerja reference, or has none.' })
  @Personal('HISTORY', 'NONE')
  siapkerjaRegistered?: boolean | null;

  @Field(() => [RegistrationStatus], { nullable: true, description: 'Registration in one of these states.' })
  @Personal('HISTORY', 'NONE')
  registrationStatus?: RegistrationStatus[] | null;

  @Field(() => [ID], { nullable: true, description: 'Mapped interest in one of these occupations (KBJI).' })
  @Personal('HISTORY', 'NONE')
  interestedIn?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Mapped interest in one of these countries (ISO 3166-1 alpha-2).',
  })
  @Personal('HISTORY', 'NONE')
  countries?: string[] | null;

  @Field(() => [EducationLevel], { nullable: true, description: 'Highest education is one of these.' })
  @Personal('HISTORY', 'NONE')
  education?: EducationLevel[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Registered at more than one office.' })
  @Personal('HISTORY', 'NONE')
  registeredTwice?: boolean | null;
}
