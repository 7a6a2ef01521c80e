import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { agreementActivityService } from './agreement-activity.service';
import { AgreementFilter } from './agreement.input';
import { agreementService } from './agreement.service';
import { Agreement, AgreementConnection } from './agreement.type';

@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => Agreement, { nullable: true, description: 'One agreement by id.' })
  async agreement(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Agreement id.' }) id: string,
  ): Promise<Agreement | null> {
    const row = await agreementService.read(ctx, id);
    return row && Agreement.from(row);
  }

  @Query(() => AgreementConnection, {
    nullable: true,
    description: 'Agreements, newest signing or planned signing first.',
  })
  async agreements(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => AgreementFilter, { nullable: true, description: 'Narrows the list.' })
    filter: AgreementFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Agreement>> {
    const found = await agreementService.list(ctx, filter ?? {}, page);
    return toConnection(found, Agreement.from, await agreementActivityService.asOf(ctx, filter));
  }

  @Query(() => AgreementConnection, {
    nullable: true,
    description:
      'Agreements whose recorded expiry lies within the coming days, soonest first. Those without a recorded expiry are not here: ask agreements(filter: {expiryRecorded: false}).',
  })
  async agreementsExpiring(
    @Ctx() ctx: RequestContext,
    @Arg('withinDays', () => Int, { defaultValue: 90, description: 'Days from today.' }) withinDays: number,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Agreement>> {
    return toConnection(await agreementService.listExpiring(ctx, withinDays, page), Agreement.from);
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description: 'The agreement this one follows up (tindak lanjut).',
  })
  async followsUp(@Root() agreement: Agreement, @Ctx() ctx: RequestContext): Promise<Agreement | null> {
    if (agreement.followsUpId === null) return null;
    return Agreement.from(await agreementService.readNamed(ctx, agreement.followsUpId));
  }

  @FieldResolver(() => [Agreement], { description: 'Agreements that follow this one up.' })
  async followUps(@Root() agreement: Agreement, @Ctx() ctx: RequestContext): Promise<Agreement[]> {
    return (await agreementService.listFollowUps(ctx, agreement.id)).map(Agreement.from);
  }
}
