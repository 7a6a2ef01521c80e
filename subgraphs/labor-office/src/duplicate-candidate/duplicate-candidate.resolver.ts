import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Personal } from '@simpul/kit/graphql/personal';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { personService } from '../person/person.service';
import { Person } from '../person/person.type';
import { DuplicateFilter } from './duplicate-candidate.input';
import { duplicateCandidateService } from './duplicate-candidate.service';
import { DuplicateCandidate, DuplicateCandidateConnection } from './duplicate-candidate.type';

@Resolver(() => DuplicateCandidate)
export class DuplicateCandidateResolver {
  @Query(() => DuplicateCandidateConnection, {
    nullable: true,
    description: 'Pairs of records that may be one person, within and across offices; most alike first.',
  })
  async duplicateCandidates(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => DuplicateFilter, { nullable: true, description: 'Narrows the list.' })
    filter: DuplicateFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<DuplicateCandidate>> {
    return toConnection(
      await duplicateCandidateService.list(ctx, filter ?? {}, page),
      DuplicateCandidate.from,
    );
  }

  @FieldResolver(() => [Person], { nullable: true, description: 'The two records.' })
  @Personal('IDENTITY', 'HIDE')
  async people(@Root() candidate: DuplicateCandidate, @Ctx() ctx: RequestContext): Promise<Person[]> {
    const rows = await Promise.all(candidate.personIds.map((id) => personService.read(ctx, id)));
    return rows.flatMap((row) => (row ? [Person.from(row)] : []));
  }
}
