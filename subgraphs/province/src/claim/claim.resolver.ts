import type { RequestContext } from '@simpul/kit/context/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { agreementService } from '../agreement/agreement.service';
import { Agreement } from '../agreement/agreement.type';
import { organizationService } from '../organization/organization.service';
import { Organization } from '../organization/organization.type';
import { regionService } from '../region/region.service';
import { Region } from '../region/region.type';
import { Claim } from './claim.type';

@Resolver(() => Claim)
export class ClaimResolver {
  @FieldResolver(() => Region, { nullable: true, description: 'Region it speaks of.' })
  async region(@Root() claim: Claim, @Ctx() ctx: RequestContext): Promise<Region | null> {
    const row = await regionService.readIfNamed(ctx, claim.regionCode);
    return row && Region.from(row);
  }

  @FieldResolver(() => Agreement, { nullable: true, description: 'Agreement it speaks of.' })
  async agreement(@Root() claim: Claim, @Ctx() ctx: RequestContext): Promise<Agreement | null> {
    if (claim.agreementId === null) return null;
    return Agreement.from(await agreementService.readNamed(ctx, claim.agreementId));
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Organisation spoken for.' })
  async assertedByOrganization(
    @Root() claim: Claim,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    const row = await organizationService.readIfNamed(ctx, claim.assertedByOrganizationId);
    return row && Organization.from(row);
  }
}
