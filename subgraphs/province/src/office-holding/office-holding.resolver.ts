import type { RequestContext } from '@simpul/kit/context/context';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.type';
import { officeHoldingService } from './office-holding.service';
import { OfficeHolding } from './office-holding.type';

@Resolver(() => Organization)
export class OfficeHoldingResolver {
  @FieldResolver(() => [OfficeHolding], { description: 'Public offices and who held them when (jabatan).' })
  async officeHoldings(
    @Root() organization: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => DateScalar, { nullable: true, description: 'Only those held on this day.' })
    on: string | null | undefined,
  ): Promise<OfficeHolding[]> {
    const rows = await officeHoldingService.listOfOrganization(ctx, organization.id, { on: on ?? null });
    return rows.map(OfficeHolding.from);
  }
}
