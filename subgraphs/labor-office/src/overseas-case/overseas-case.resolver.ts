import type { RequestContext } from '@simpul/kit/context/context';
import { Personal } from '@simpul/kit/graphql/personal';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { financingCaseService } from '../financing-case/financing-case.service';
import { FinancingCase } from '../financing-case/financing-case.type';
import { personService } from '../person/person.service';
import { Person } from '../person/person.type';
import { OverseasCase } from './overseas-case.type';

@Resolver(() => OverseasCase)
export class OverseasCaseResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'The candidate.' })
  @Personal('IDENTITY', 'HIDE')
  async person(@Root() overseasCase: OverseasCase, @Ctx() ctx: RequestContext): Promise<Person | null> {
    const row = await personService.read(ctx, overseasCase.personId);
    return row && Person.from(row);
  }

  @FieldResolver(() => FinancingCase, { nullable: true, description: 'Financing case, when funded by KUR.' })
  @Personal('SPECIFIC', 'HIDE')
  async financingCase(
    @Root() overseasCase: OverseasCase,
    @Ctx() ctx: RequestContext,
  ): Promise<FinancingCase | null> {
    const row = await financingCaseService.findOfOverseasCase(ctx, overseasCase.id);
    return row && FinancingCase.from(row);
  }
}
