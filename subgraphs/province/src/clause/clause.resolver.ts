import type { RequestContext } from '@simpul/kit/context/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { agreementService } from '../agreement/agreement.service';
import { Agreement } from '../agreement/agreement.type';
import { clauseService } from './clause.service';
import { Clause } from './clause.type';

@Resolver(() => Agreement)
export class AgreementClausesResolver {
  @FieldResolver(() => [Clause], { description: 'Clauses; their text is shown to the parties only.' })
  async clauses(@Root() agreement: Agreement, @Ctx() ctx: RequestContext): Promise<Clause[]> {
    return (await clauseService.listOfAgreement(ctx, agreement.id)).map(Clause.from);
  }
}

@Resolver(() => Clause)
export class ClauseResolver {
  @FieldResolver(() => Agreement, { description: 'The agreement it stands in.' })
  async agreement(@Root() clause: Clause, @Ctx() ctx: RequestContext): Promise<Agreement> {
    return Agreement.from(await agreementService.readNamed(ctx, clause.agreementId));
  }
}
