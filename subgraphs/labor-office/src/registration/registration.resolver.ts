import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Personal } from '@simpul/kit/graphql/personal';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { personService } from '../person/person.service';
import { Person } from '../person/person.type';
import { RegistrationFilter } from './registration.input';
import { registrationService } from './registration.service';
import { Registration, RegistrationConnection } from './registration.type';

@Resolver(() => Registration)
export class RegistrationResolver {
  @Query(() => RegistrationConnection, {
    nullable: true,
    description: 'Registrations of job seekers (AK-1), next report due first.',
  })
  async registrations(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => RegistrationFilter, { nullable: true, description: 'Narrows the list.' })
    filter: RegistrationFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Registration>> {
    const found = await registrationService.list(ctx, filter ?? {}, page);
    const asOf = await registrationService.findAsOf(ctx, filter ?? {});
    return toConnection(found, (row) => Registration.from(row, ctx.clock.today()), asOf);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The job seeker.' })
  @Personal('IDENTITY', 'HIDE')
  async person(@Root() registration: Registration, @Ctx() ctx: RequestContext): Promise<Person | null> {
    const row = await personService.read(ctx, registration.personId);
    return row && Person.from(row);
  }
}
