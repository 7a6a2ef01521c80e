import type { RequestContext } from '@simpul/kit/context/context';
import { type ConnectionShape, toConnection } from '@simpul/kit/graphql/connection';
import { PageArgs } from '@simpul/kit/graphql/page-args';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Agreement } from '../agreement/agreement.type';
import { claimService } from '../claim/claim.service';
import { Claim } from '../claim/claim.type';
import { organizationService } from '../organization/organization.service';
import { Organization } from '../organization/organization.type';
import { figureService } from './figure.service';
import { Figure, FigureChoice, FigureConnection } from './figure.type';

@Resolver(() => Figure)
export class FigureResolver {
  @Query(() => Figure, {
    nullable: true,
    description:
      'All claims about one matter and the one preferred, e.g. subject quota/36.73, predicate seats.',
  })
  async figure(
    @Ctx() ctx: RequestContext,
    @Arg('subject', () => String, { description: 'Matter, as in Claim.subject.' }) subject: string,
    @Arg('predicate', () => String, { description: 'Property of the matter, as in Claim.predicate.' })
    predicate: string,
  ): Promise<Figure | null> {
    const row = await figureService.read(ctx, { subject, predicate });
    return row && Figure.from(row);
  }

  @Query(() => FigureConnection, { nullable: true, description: 'Figures with all their claims.' })
  async figures(
    @Ctx() ctx: RequestContext,
    @Arg('conflicting', () => Boolean, {
      nullable: true,
      description: 'True: only those whose claims disagree; false: only those that agree.',
    })
    conflicting: boolean | null | undefined,
    @Arg('subject', () => String, { nullable: true, description: 'Matter, or its beginning up to a slash.' })
    subject: string | null | undefined,
    @Arg('predicate', () => String, { nullable: true, description: 'Property.' })
    predicate: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Figure>> {
    const found = await figureService.list(ctx, { conflicting, subject, predicate }, page);
    return toConnection(found, Figure.from);
  }

  @FieldResolver(() => Claim, {
    nullable: true,
    description: 'The claim chosen by a steward; null: undecided.',
  })
  async preferred(
    @Root() { preferredClaimId: id }: Figure,
    @Ctx() ctx: RequestContext,
  ): Promise<Claim | null> {
    return id === null ? null : Claim.from(await claimService.readNamed(ctx, id));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Organisation of the steward who chose.',
  })
  async preferredBy(@Root() figure: Figure, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    const row = await organizationService.readIfNamed(ctx, figure.preferredById);
    return row && Organization.from(row);
  }

  @FieldResolver(() => [Claim], { description: 'All claims, oldest first.' })
  async all(@Root() figure: Figure, @Ctx() ctx: RequestContext): Promise<Claim[]> {
    return (await claimService.listOfFigure(ctx, figure)).map(Claim.from);
  }

  @FieldResolver(() => [FigureChoice], { description: 'Earlier choices, oldest first.' })
  async history(@Root() figure: Figure, @Ctx() ctx: RequestContext): Promise<FigureChoice[]> {
    return (await figureService.listEarlierChoices(ctx, figure)).map(FigureChoice.from);
  }
}

@Resolver(() => FigureChoice)
export class FigureChoiceResolver {
  @FieldResolver(() => Claim, { description: 'The claim chosen.' })
  async claim(@Root() choice: FigureChoice, @Ctx() ctx: RequestContext): Promise<Claim> {
    return Claim.from(await claimService.readNamed(ctx, choice.claimId));
  }

  @FieldResolver(() => Organization, { description: 'Organisation of the steward.' })
  async by(@Root() choice: FigureChoice, @Ctx() ctx: RequestContext): Promise<Organization> {
    return Organization.from(await organizationService.readNamed(ctx, choice.byOrganizationId));
  }
}

@Resolver(() => Agreement)
export class AgreementFiguresResolver {
  @FieldResolver(() => [Figure], {
    description: 'Figures on this agreement, e.g. its signing date, with conflicting claims.',
  })
  async figures(
    @Root() agreement: Agreement,
    @Ctx() ctx: RequestContext,
    @Arg('conflicting', () => Boolean, {
      nullable: true,
      description: 'Only those that conflict, or only those that agree.',
    })
    conflicting: boolean | null | undefined,
  ): Promise<Figure[]> {
    return (await figureService.listOfAgreement(ctx, agreement.id, conflicting)).map(Figure.from);
  }
}
