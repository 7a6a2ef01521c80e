import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { GuardianConsentStatus, InternshipStatus } from './internship.type';

@InputType({ description: 'Narrows internships; all given conditions hold together.' })
export class InternshipFilter {
  @Field(() => [InternshipStatus], { nullable: true, description: 'In one of these states.' })
  @Personal('HISTORY', 'NONE')
  status?: InternshipStatus[] | null;

  @Field(() => [GuardianConsentStatus], {
    nullable: true,
    description: "Guardian's consent in one of these states.",
  })
  @Personal('SPECIFIC', 'NONE')
  guardianConsent?: GuardianConsentStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'A certification is planned, or not.' })
  @Personal('HISTORY', 'NONE')
  certificationPlanned?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: guardian's consent is missing or withdrawn, or no certification is planned.",
  })
  @Personal('SPECIFIC', 'NONE')
  incomplete?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these occupations or one below them (KBJI).' })
  @Personal('HISTORY', 'NONE')
  occupations?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'At this employer.' })
  @Personal('HISTORY', 'NONE')
  employer?: string | null;

  @Field(() => ID, { nullable: true, description: 'At this facility.' })
  @Personal('HISTORY', 'NONE')
  facility?: string | null;

  @Field(() => ID, { nullable: true, description: 'Schools in this region or one below it.' })
  @Personal('HISTORY', 'NONE')
  region?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Ends on or after this day.' })
  @Personal('HISTORY', 'NONE')
  endsFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Ends on or before this day.' })
  @Personal('HISTORY', 'NONE')
  endsTo?: string | null;
}
