import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CountersignatureNeeded } from '../agreement/agreement-countersignature.type';
import { agreementService } from '../agreement/agreement.service';
import { Agreement } from '../agreement/agreement.type';
import { clauseService } from '../clause/clause.service';
import { Clause } from '../clause/clause.type';
import { organizationService } from '../organization/organization.service';
import { Organization } from '../organization/organization.type';
import { regionService } from '../region/region.service';
import { Region } from '../region/region.type';
import { DataGrantFilter } from './data-grant.input';
import { dataGrantService } from './data-grant.service';
import { DataGrant, DataGrantConnection, GrantScope, GrantSide } from './data-grant.type';

@Resolver(() => DataGrant)
export class DataGrantResolver {
  @Query(() => DataGrantConnection, {
    nullable: true,
    description:
      'Data grants across agreements: who may read what of whose people, for which purpose, until when.',
  })
  async dataGrants(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => DataGrantFilter, { nullable: true, description: 'Narrows the list.' })
    filter: DataGrantFilter | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<DataGrant>> {
    return toConnection(await dataGrantService.list(ctx, filter ?? {}, page), DataGrant.from);
  }

  @FieldResolver(() => Agreement, { description: 'The agreement it stands under.' })
  async agreement(@Root() grant: DataGrant, @Ctx() ctx: RequestContext): Promise<Agreement> {
    return Agreement.from(await agreementService.readNamed(ctx, grant.agreementId));
  }

  @FieldResolver(() => Clause, { nullable: true, description: 'Clause it rests on.' })
  async clause(@Root() grant: DataGrant, @Ctx() ctx: RequestContext): Promise<Clause | null> {
    const row = grant.clauseId === null ? null : await clauseService.read(ctx, grant.clauseId);
    return row && Clause.from(row);
  }

  @FieldResolver(() => Organization, { description: 'Organisation whose data is read (pemberi).' })
  async provider(@Root() grant: DataGrant, @Ctx() ctx: RequestContext): Promise<Organization> {
    return Organization.from(await organizationService.readNamed(ctx, grant.providerId));
  }

  @FieldResolver(() => Organization, { description: 'Organisation that reads (penerima).' })
  async recipient(@Root() grant: DataGrant, @Ctx() ctx: RequestContext): Promise<Organization> {
    return Organization.from(await organizationService.readNamed(ctx, grant.recipientId));
  }

  @FieldResolver(() => Boolean, {
    description: 'True when it opens fields now: agreement in force, within dates, not revoked.',
  })
  async inForce(@Root() grant: DataGrant, @Ctx() ctx: RequestContext): Promise<boolean> {
    return dataGrantService.opensToday(ctx, grant);
  }

  @FieldResolver(() => [GrantSide], {
    description:
      'Sides whose own key has not signed it; as long as there is one it is in no published bundle and opens nothing.',
  })
  async unsignedBy(@Root() grant: DataGrant, @Ctx() ctx: RequestContext): Promise<readonly GrantSide[]> {
    return dataGrantService.listUnsigned(ctx, grant);
  }
}

@Resolver(() => CountersignatureNeeded)
export class AwaitedGrantResolver {
  @FieldResolver(() => DataGrant, {
    nullable: true,
    description: 'Data grant that waits, to be signed as it stands; null for a change of the agreement.',
  })
  async grant(@Root() needed: CountersignatureNeeded, @Ctx() ctx: RequestContext): Promise<DataGrant | null> {
    if (needed.grantId === null) return null;
    return DataGrant.from(await dataGrantService.readNamed(ctx, needed.grantId));
  }
}

@Resolver(() => Agreement)
export class AgreementGrantsResolver {
  @FieldResolver(() => [DataGrant], {
    description: 'Data grants under it; none recorded means that it opens no personal field.',
  })
  async grants(@Root() agreement: Agreement, @Ctx() ctx: RequestContext): Promise<DataGrant[]> {
    return (await dataGrantService.listOfAgreement(ctx, agreement.id)).map(DataGrant.from);
  }
}

@Resolver(() => GrantScope)
export class GrantScopeResolver {
  @FieldResolver(() => [Region], {
    description: 'Only people of these regions (Kemendagri codes); empty: no limit.',
  })
  async regions(@Root() scope: GrantScope, @Ctx() ctx: RequestContext): Promise<Region[]> {
    return Promise.all(
      scope.regionCodes.map(async (code) => Region.from(await regionService.readNamed(ctx, code))),
    );
  }
}
