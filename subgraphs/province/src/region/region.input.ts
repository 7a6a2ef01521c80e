import { Field, ID, InputType } from 'type-graphql';
import { RegionLevel } from './region.type';

@InputType({ description: 'Narrows regions.' })
export class RegionFilter {
  @Field(() => [ID], { nullable: true, description: 'One of these Kemendagri codes.' })
  codes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Directly below this region.' })
  parent?: string | null;

  @Field(() => RegionLevel, { nullable: true, description: 'Of this level.' })
  level?: RegionLevel | null;

  @Field(() => String, { nullable: true, description: 'Words in the name.' })
  text?: string | null;
}
