import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Agreement } from '../foreign/foreign.type';
import { programmeService } from '../programme/programme.service';
import { Programme } from '../programme/programme.type';
import { ClassFilter } from '../training-class/training-class.input';
import { trainingClassService } from '../training-class/training-class.service';
import { TrainingClass, TrainingClassConnection } from '../training-class/training-class.type';
import { QuotaAllocationFilter } from './quota-allocation.input';
import { quotaAllocationService } from './quota-allocation.service';
import {
  ProgrammeFill,
  QuotaAllocation,
  QuotaAllocationConnection,
  QuotaScope,
} from './quota-allocation.type';

@Resolver(() => QuotaAllocation)
export class QuotaAllocationResolver {
  @Query(() => QuotaAllocationConnection, {
    nullable: true,
    description: 'Quota allocations; each reading of a contested number is a tree of its own.',
  })
  async quotaAllocations(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => QuotaAllocationFilter, { nullable: true, description: 'Narrows the list.' })
    filter: QuotaAllocationFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<QuotaAllocation>> {
    return toConnection(await quotaAllocationService.list(ctx, filter ?? {}, page), QuotaAllocation.from);
  }

  @Query(() => QuotaAllocation, { nullable: true, description: 'One allocation by id.' })
  async quotaAllocation(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Allocation id.' }) id: string,
  ): Promise<QuotaAllocation | null> {
    const row = await quotaAllocationService.read(ctx, id);
    return row && QuotaAllocation.from(row);
  }

  @FieldResolver(() => QuotaAllocation, {
    nullable: true,
    description: 'Allocation it is part of; null for a pool.',
  })
  async parent(
    @Root() allocation: QuotaAllocation,
    @Ctx() ctx: RequestContext,
  ): Promise<QuotaAllocation | null> {
    if (allocation.parentId === null) return null;
    const row = await quotaAllocationService.read(ctx, allocation.parentId);
    return row && QuotaAllocation.from(row);
  }

  @FieldResolver(() => [QuotaAllocation], { description: 'Its parts.' })
  async children(
    @Root() allocation: QuotaAllocation,
    @Ctx() ctx: RequestContext,
  ): Promise<QuotaAllocation[]> {
    return (await quotaAllocationService.listChildren(ctx, allocation.id)).map(QuotaAllocation.from);
  }

  @FieldResolver(() => [ProgrammeFill], { nullable: true, description: 'Fill by programme and district.' })
  async byProgramme(
    @Root() allocation: QuotaAllocation,
    @Ctx() ctx: RequestContext,
  ): Promise<ProgrammeFill[] | null> {
    const keepsLedger = allocation.filled != null;
    return keepsLedger
      ? (await quotaAllocationService.listFills(ctx, allocation.id)).map(ProgrammeFill.from)
      : null;
  }

  @FieldResolver(() => TrainingClassConnection, { description: 'Classes that debit it or a part of it.' })
  async classes(
    @Root() allocation: QuotaAllocation,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ClassFilter, { nullable: true, description: 'Narrows the list.' })
    filter: ClassFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<TrainingClass>> {
    const found = await trainingClassService.listOfAllocation(ctx, allocation.id, {
      filter: filter ?? {},
      page,
    });
    return toConnection(found, TrainingClass.from);
  }
}

@Resolver(() => ProgrammeFill)
export class ProgrammeFillResolver {
  @FieldResolver(() => Programme, { description: 'Programme whose classes debit the allocation.' })
  async programme(@Root() fill: ProgrammeFill, @Ctx() ctx: RequestContext): Promise<Programme> {
    return Programme.from(await programmeService.readReferred(ctx, fill.programmeId));
  }
}

@Resolver(() => Agreement)
export class AgreementAllocationResolver {
  @FieldResolver(() => [QuotaAllocation], {
    nullable: true,
    description: 'Allocations under it, pools first.',
  })
  async allocations(
    @Root() agreement: Agreement,
    @Ctx() ctx: RequestContext,
    @Arg('scope', () => [QuotaScope], { nullable: true, description: 'Only these scopes.' })
    scope: QuotaScope[] | null | undefined,
  ): Promise<QuotaAllocation[]> {
    const rows = await quotaAllocationService.listOfAgreement(ctx, agreement.id, scope ?? null);
    return rows.map(QuotaAllocation.from);
  }
}
