import type { RequestContext } from '@simpul/kit/context/context';
import { Personal } from '@simpul/kit/graphql/personal';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { personService } from '../person/person.service';
import { Person } from '../person/person.type';
import { Nomination } from './nomination.type';

@Resolver(() => Nomination)
export class NominationResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'The nominee.' })
  @Personal('IDENTITY', 'HIDE')
  async person(@Root() nomination: Nomination, @Ctx() ctx: RequestContext): Promise<Person | null> {
    const row = await personService.read(ctx, nomination.personId);
    return row && Person.from(row);
  }
}
