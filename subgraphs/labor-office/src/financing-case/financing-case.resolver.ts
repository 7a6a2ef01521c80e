import type { RequestContext } from '@simpul/kit/context/context';
import { Personal } from '@simpul/kit/graphql/personal';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { personService } from '../person/person.service';
import { Person } from '../person/person.type';
import { FinancingCase } from './financing-case.type';

@Resolver(() => FinancingCase)
export class FinancingCaseResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'The borrower.' })
  @Personal('IDENTITY', 'HIDE')
  async person(@Root() financingCase: FinancingCase, @Ctx() ctx: RequestContext): Promise<Person | null> {
    const row = await personService.read(ctx, financingCase.personId);
    return row && Person.from(row);
  }
}
