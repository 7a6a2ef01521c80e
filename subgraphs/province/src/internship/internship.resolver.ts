import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Personal } from '@simpul/kit/graphql/personal';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { codeListService } from '../code-list/code-list.service';
import { Occupation } from '../code-list/code-list.type';
import { schoolService } from '../school/school.service';
import { School } from '../school/school.type';
import { InternshipFilter } from './internship.input';
import { internshipService } from './internship.service';
import { Internship, InternshipConnection } from './internship.type';

@Resolver(() => Internship)
export class InternshipResolver {
  @Query(() => InternshipConnection, { nullable: true, description: 'SMK internships (PKL / magang siswa).' })
  async internships(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => InternshipFilter, { nullable: true, description: 'Narrows the list.' })
    filter: InternshipFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Internship>> {
    return toConnection(await internshipService.list(ctx, filter ?? {}, page), Internship.from);
  }

  @FieldResolver(() => School, { nullable: true, description: "The student's school." })
  @Personal('HISTORY', 'NONE')
  async school(@Root() internship: Internship, @Ctx() ctx: RequestContext): Promise<School | null> {
    const row = await schoolService.read(ctx, internship.schoolNpsn);
    return row && School.from(row);
  }

  @FieldResolver(() => Occupation, { nullable: true, description: 'Trade (KBJI).' })
  @Personal('HISTORY', 'NONE')
  async occupation(
    @Root() { occupationCode }: Internship,
    @Ctx() ctx: RequestContext,
  ): Promise<Occupation | null> {
    const row = occupationCode === null ? null : await codeListService.read(ctx, 'KBJI', occupationCode);
    return row && Occupation.from(row);
  }
}

@Resolver(() => School)
export class SchoolInternshipsResolver {
  @FieldResolver(() => InternshipConnection, {
    description: 'Internships of its students, those that end last first.',
  })
  async internships(
    @Root() school: School,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => InternshipFilter, { nullable: true, description: 'Narrows the list.' })
    filter: InternshipFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Internship>> {
    const asked = { filter: filter ?? {}, page };
    return toConnection(await internshipService.listOfSchool(ctx, school.npsn, asked), Internship.from);
  }
}
