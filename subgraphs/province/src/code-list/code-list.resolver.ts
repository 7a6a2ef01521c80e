import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CodeListFilter } from './code-list.input';
import { codeListService } from './code-list.service';
import { Industry, IndustryConnection, Occupation, OccupationConnection } from './code-list.type';

@Resolver(() => Occupation)
export class OccupationResolver {
  @Query(() => OccupationConnection, { nullable: true, description: 'Occupations (KBJI) in code order.' })
  async occupations(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => CodeListFilter, { nullable: true, description: 'Narrows the list.' })
    filter: CodeListFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Occupation>> {
    return toConnection(await codeListService.list(ctx, 'KBJI', filter ?? {}, page), Occupation.from);
  }

  @FieldResolver(() => Occupation, { nullable: true, description: 'Occupation one level up.' })
  async parent(@Root() { parentCode }: Occupation, @Ctx() ctx: RequestContext): Promise<Occupation | null> {
    const row = parentCode === null ? null : await codeListService.read(ctx, 'KBJI', parentCode);
    return row && Occupation.from(row);
  }
}

@Resolver(() => Industry)
export class IndustryResolver {
  @Query(() => IndustryConnection, { nullable: true, description: 'Industries (KBLI) in code order.' })
  async industries(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => CodeListFilter, { nullable: true, description: 'Narrows the list.' })
    filter: CodeListFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Industry>> {
    return toConnection(await codeListService.list(ctx, 'KBLI', filter ?? {}, page), Industry.from);
  }

  @FieldResolver(() => Industry, { nullable: true, description: 'Industry one level up.' })
  async parent(@Root() { parentCode }: Industry, @Ctx() ctx: RequestContext): Promise<Industry | null> {
    const row = parentCode === null ? null : await codeListService.read(ctx, 'KBLI', parentCode);
    return row && Industry.from(row);
  }
}
