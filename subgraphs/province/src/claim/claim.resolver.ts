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
    if (claim.regionCode === null) return null;
    return Region.from(await regionService.readNamed(ctx, claim.regionCode));
  }

  @FieldResolver(() => Agreement, { nullable: true, description: 'Agreement it speaks of.' })
  async agreement(@Root() claim: Claim, @Ctx() ctx: RequestContext): Promise<Agreement | null> {
    if (claim.agreementId === null) return null;
    return Agreement.from(await agreementService.readNamed(ctx, claim.agreementId));
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Organisation spoken for.' })
  async assertedByOrganization(
    @Root() { assertedByOrganizationId: id }: Claim,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    return id === null ? null : Organization.from(await organizationService.readNamed(ctx, id));
  }
}
