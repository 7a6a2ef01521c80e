import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { AgreementForm, AgreementStatus } from './agreement.type';

@InputType({ description: 'Narrows agreements; all given conditions hold together.' })
export class AgreementFilter {
  @Field(() => [AgreementStatus], { nullable: true, description: 'In one of these states.' })
  status?: AgreementStatus[] | null;

  @Field(() => [AgreementForm], { nullable: true, description: 'Of one of these forms.' })
  form?: AgreementForm[] | null;

  @Field(() => ID, { nullable: true, description: 'This organisation is a party, implementer or involved.' })
  organization?: string | null;

  @Field(() => ID, { nullable: true, description: 'Concerns this region or one below it (Kemendagri code).' })
  region?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: an expiry is recorded; false: none is.' })
  expiryRecorded?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Signed on or after this day.' })
  signedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Signed on or before this day.' })
  signedTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: has classes, seats or placements; false: has none; as told by their owners, as of the connection's asOf.",
  })
  hasOutput?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Words in title or subject.' })
  text?: string | null;
}
