import { Field, ID, InputType, Int } from 'type-graphql';
import { SkillDemandStatus } from './skill-demand.type';

@InputType({ description: 'Narrows skill demands; all given conditions hold together.' })
export class SkillDemandFilter {
  @Field(() => [SkillDemandStatus], { nullable: true, description: 'In one of these states.' })
  status?: SkillDemandStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'In this region or one below it.' })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this employer.' })
  employer?: string | null;

  @Field(() => ID, { nullable: true, description: 'Under this agreement.' })
  agreement?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these occupations.' })
  occupations?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Of at least this many people.' })
  minHeadcount?: number | null;
}
