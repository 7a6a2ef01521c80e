import { DuplicateStatus } from './duplicate-candidate.type';
import { Personal } from '@simpul/kit/graphql/personal';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Narrows possible duplicates.' })
export class DuplicateFilter {
  @Field(() => [DuplicateStatus], { nullable: true, description: 'In one of these states.' })
  @Personal('IDENTITY', 'NONE')
  status?: DuplicateStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Across offices, or within one.' })
  @Personal('IDENTITY', 'NONE')
  acrossOffices?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'One of the records is this person.' })
  @Personal('IDENTITY', 'NONE')
  person?: string | null;
}
