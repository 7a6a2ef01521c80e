import type { RequestContext } from '@simpul/kit/context/context';
import { readableFieldsOf } from '@simpul/kit/graphql/guard/personal-fields';
import { Personal } from '@simpul/kit/graphql/personal';
import { Purpose } from '@simpul/kit/graphql/shared-enums';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { personService } from '../person/person.service';
import { Person } from '../person/person.type';
import { personAccessService } from './person-access.service';
import { AccessOpening, PersonAccess } from './person-access.type';

@Resolver(() => PersonAccess)
export class PersonAccessResolver {
  @Query(() => PersonAccess, {
    nullable: true,
    description:
      'What an organisation may read about a person at the labour offices today, under which clause, until when. For those who may read the history of the person; null for a person whom the caller may not know of.',
  })
  async accessTo(
    @Ctx() ctx: RequestContext,
    @Arg('person', () => ID, { description: 'Whom it would read about.' }) personId: string,
    @Arg('asOrganization', () => ID, { description: 'Organisation that would read.' }) organization: string,
    @Arg('purpose', () => Purpose, { description: 'Purpose of use that it would name.' }) purpose: Purpose,
  ): Promise<PersonAccess | null> {
    const asked = { personId, organization, purpose };
    if (!(await personAccessService.isAnswered(ctx, asked))) return null;
    return PersonAccess.of(asked, ctx.clock.today(), ctx.policy.bundleVersion);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Whom it would read about.' })
  @Personal('IDENTITY', 'HIDE')
  async person(@Root() { asked }: PersonAccess, @Ctx() ctx: RequestContext): Promise<Person | null> {
    const row = await personService.read(ctx, asked.personId);
    return row && Person.from(row);
  }

  @FieldResolver(() => [AccessOpening], {
    nullable: true,
    description:
      'What is open, for each category and reason; what several reasons open stands under each. Empty: nothing.',
  })
  @Personal('HISTORY', 'PARTIAL')
  async openings(
    @Root() { asked }: PersonAccess,
    @Ctx() ctx: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<AccessOpening[]> {
    const openings = await personAccessService.listOpenings(ctx, asked, readableFieldsOf(schema));
    return openings.map(AccessOpening.from);
  }
}
