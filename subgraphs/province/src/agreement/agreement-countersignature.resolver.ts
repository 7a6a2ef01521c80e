import type { RequestContext } from '@simpul/kit/context/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { organizationService } from '../organization/organization.service';
import { Organization } from '../organization/organization.type';
import { CountersignatureNeeded } from './agreement-countersignature.type';
import { agreementService } from './agreement.service';
import { Agreement } from './agreement.type';

@Resolver(() => CountersignatureNeeded)
export class CountersignatureNeededResolver {
  @FieldResolver(() => Agreement, { description: 'Agreement as it stands now.' })
  async agreement(@Root() needed: CountersignatureNeeded, @Ctx() ctx: RequestContext): Promise<Agreement> {
    return Agreement.from(await agreementService.readNamed(ctx, needed.agreementId));
  }

  @FieldResolver(() => [Organization], { description: 'Organisations still to confirm.' })
  async awaiting(
    @Root() needed: CountersignatureNeeded,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization[]> {
    return Promise.all(
      needed.awaitingIds.map(async (id) => Organization.from(await organizationService.readNamed(ctx, id))),
    );
  }
}
