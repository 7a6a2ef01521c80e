import { QuotaScope } from './quota-allocation.type';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Narrows allocations; all given conditions hold together.' })
export class QuotaAllocationFilter {
  @Field(() => ID, { nullable: true, description: 'Under this agreement.' })
  agreement?: string | null;

  @Field(() => ID, { nullable: true, description: 'For residents of exactly this region (Kemendagri code).' })
  region?: string | null;

  @Field(() => [QuotaScope], { nullable: true, description: 'For one of these.' })
  scope?: QuotaScope[] | null;

  @Field(() => Int, { nullable: true, description: 'For this year, or with no year stated.' })
  year?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'True: pools only, the roots of the trees.' })
  rootsOnly?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only where more than one reading exists.' })
  contested?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'With at least this many seats.' })
  minSeats?: number | null;
}
