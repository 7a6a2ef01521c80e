import { Field, ID, InputType } from 'type-graphql';
import { OrganizationKind } from './organization.type';

@InputType({ description: 'Narrows organisations.' })
export class OrganizationFilter {
  @Field(() => [OrganizationKind], { nullable: true, description: 'Of one of these kinds.' })
  kind?: OrganizationKind[] | null;

  @Field(() => ID, { nullable: true, description: 'In this region or one below it.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'Words in name or aliases.' })
  text?: string | null;
}
