import type { RequestContext } from '@simpul/kit/context/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { organizationService } from '../organization/organization.service';
import { Organization } from '../organization/organization.type';
import { AgreementChange } from './agreement-change.type';
import { agreementPartsService } from './agreement-parts.service';
import { AgreementParty } from './agreement-party.type';
import { Signatory, Witness } from './agreement-signing.type';
import { Agreement } from './agreement.type';

@Resolver(() => Agreement)
export class AgreementPartsResolver {
  @FieldResolver(() => [AgreementParty], {
    description: 'Organisations in it and how, e.g. party or only involved.',
  })
  async parties(@Root() agreement: Agreement, @Ctx() ctx: RequestContext): Promise<AgreementParty[]> {
    return (await agreementPartsService.listParties(ctx, agreement.id)).map(AgreementParty.from);
  }

  @FieldResolver(() => [Signatory], { description: 'Who signed, for whom, in what capacity.' })
  async signatories(@Root() agreement: Agreement, @Ctx() ctx: RequestContext): Promise<Signatory[]> {
    return (await agreementPartsService.listSignatories(ctx, agreement.id)).map(Signatory.from);
  }

  @FieldResolver(() => [Witness], {
    description: 'Who witnessed or attended, each name with its source; lists that differ are united.',
  })
  async witnesses(@Root() agreement: Agreement, @Ctx() ctx: RequestContext): Promise<Witness[]> {
    return (await agreementPartsService.listWitnesses(ctx, agreement.id)).map(Witness.from);
  }

  @FieldResolver(() => [AgreementChange], { description: 'Changes of status, oldest first.' })
  async history(@Root() agreement: Agreement, @Ctx() ctx: RequestContext): Promise<AgreementChange[]> {
    return (await agreementPartsService.listChanges(ctx, agreement)).map(AgreementChange.from);
  }
}

@Resolver(() => AgreementParty)
export class AgreementPartyResolver {
  @FieldResolver(() => Organization, { description: 'The organisation.' })
  async organization(@Root() party: AgreementParty, @Ctx() ctx: RequestContext): Promise<Organization> {
    return Organization.from(await organizationService.readNamed(ctx, party.organizationId));
  }
}

@Resolver(() => Signatory)
export class SignatoryResolver {
  @FieldResolver(() => Organization, { description: 'Organisation signed for.' })
  async organization(@Root() signatory: Signatory, @Ctx() ctx: RequestContext): Promise<Organization> {
    return Organization.from(await organizationService.readNamed(ctx, signatory.organizationId));
  }
}

@Resolver(() => Witness)
export class WitnessResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'Organisation of that office.' })
  async organization(@Root() witness: Witness, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    const row = await organizationService.readIfNamed(ctx, witness.organizationId);
    return row && Organization.from(row);
  }
}

@Resolver(() => AgreementChange)
export class AgreementChangeResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'Organisation that recorded it.' })
  async by(@Root() change: AgreementChange, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    const row = await organizationService.readIfNamed(ctx, change.byOrganizationId);
    return row && Organization.from(row);
  }
}
