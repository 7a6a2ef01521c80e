import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { agreementActivityService } from '../agreement/agreement-activity.service';
import { AgreementFilter } from '../agreement/agreement.input';
import { agreementService } from '../agreement/agreement.service';
import { Agreement, AgreementConnection } from '../agreement/agreement.type';
import { regionService } from '../region/region.service';
import { Region } from '../region/region.type';
import { OrganizationFilter } from './organization.input';
import { organizationService } from './organization.service';
import { Organization, OrganizationConnection } from './organization.type';

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, { nullable: true, description: 'One organisation by id.' })
  async organization(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Organisation id.' }) id: string,
  ): Promise<Organization | null> {
    const row = await organizationService.read(ctx, id);
    return row && Organization.from(row);
  }

  @Query(() => OrganizationConnection, { nullable: true, description: 'Organisations by name or alias.' })
  async organizations(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => OrganizationFilter, { nullable: true, description: 'Narrows the list.' })
    filter: OrganizationFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Organization>> {
    return toConnection(await organizationService.list(ctx, filter ?? {}, page), Organization.from);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Region it serves or sits in.' })
  async region(@Root() organization: Organization, @Ctx() ctx: RequestContext): Promise<Region | null> {
    const row = await regionService.readIfNamed(ctx, organization.regionCode);
    return row && Region.from(row);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Parent organisation (instansi induk).' })
  async parent(@Root() organization: Organization, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    const row = await organizationService.readIfNamed(ctx, organization.parentId);
    return row && Organization.from(row);
  }

  @FieldResolver(() => AgreementConnection, {
    description: 'Agreements it is a party of, implements or is named in.',
  })
  async agreements(
    @Root() organization: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => AgreementFilter, { nullable: true, description: 'Narrows the list.' })
    filter: AgreementFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Agreement>> {
    const asked = { filter: filter ?? {}, page };
    const found = await agreementService.listOfOrganization(ctx, organization.id, asked);
    return toConnection(found, Agreement.from, await agreementActivityService.asOf(ctx, filter));
  }
}
