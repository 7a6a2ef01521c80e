import type { RequestContext } from '@simpul/kit/context/context';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Agreement } from '../agreement/agreement.type';
import { Clause } from '../clause/clause.type';
import { organizationService } from '../organization/organization.service';
import { Organization } from '../organization/organization.type';
import { obligationService } from './obligation.service';
import { Obligation, ObligationStatus } from './obligation.type';

@Resolver(() => Agreement)
export class AgreementObligationsResolver {
  @FieldResolver(() => [Obligation], { description: 'Obligations of all clauses with due dates.' })
  async obligations(
    @Root() agreement: Agreement,
    @Ctx() ctx: RequestContext,
    @Arg('status', () => [ObligationStatus], { nullable: true, description: 'Only these states.' })
    status: ObligationStatus[] | null | undefined,
    @Arg('obligor', () => ID, { nullable: true, description: 'Only those of this organisation.' })
    obligor: string | null | undefined,
  ): Promise<Obligation[]> {
    const owed = await obligationService.listOfAgreement(ctx, agreement.id, { status, obligor });
    return owed.map((one) => Obligation.from(one.row, one.status));
  }
}

@Resolver(() => Clause)
export class ClauseObligationsResolver {
  @FieldResolver(() => [Obligation], { description: 'Obligations it puts on organisations.' })
  async obligations(@Root() clause: Clause, @Ctx() ctx: RequestContext): Promise<Obligation[]> {
    const owed = await obligationService.listOfClause(ctx, clause.id);
    return owed.map(({ row, status }) => Obligation.from(row, status));
  }
}

@Resolver(() => Obligation)
export class ObligationResolver {
  @FieldResolver(() => Organization, { description: 'Who owes it.' })
  async obligor(@Root() obligation: Obligation, @Ctx() ctx: RequestContext): Promise<Organization> {
    return Organization.from(await organizationService.readNamed(ctx, obligation.obligorId));
  }
}
