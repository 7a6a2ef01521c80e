import type { RequestContext } from '@simpul/kit/context/context';
import { OutcomeMember } from '@simpul/kit/graphql/outcome';
import type { Made } from '@simpul/kit/write/once';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CountersignatureNeeded } from '../agreement/agreement-countersignature.type';
import { GrantDataAccessInput, RevokeDataAccessInput } from './data-grant-change.input';
import { grantDataAccess } from './data-grant-giving.service';
import { AgreementNotInForce, GrantDataAccessResult, RevokeDataAccessResult } from './data-grant-result.type';
import { revokeDataAccess } from './data-grant-revocation.service';
import { dataGrantService } from './data-grant.service';
import { DataGrant } from './data-grant.type';

@Resolver()
export class DataGrantLifeResolver {
  @Mutation(() => GrantDataAccessResult, {
    nullable: true,
    description: 'Grant an organisation reading of categories of personal data under a clause.',
  })
  async grantDataAccess(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => GrantDataAccessInput, { description: 'The grant.' }) input: GrantDataAccessInput,
  ): Promise<DataGrant | OutcomeMember> {
    const outcomes = { Needed: CountersignatureNeeded, NotInForce: AgreementNotInForce };
    return published(ctx, await grantDataAccess(ctx, input, outcomes));
  }

  @Mutation(() => RevokeDataAccessResult, {
    nullable: true,
    description: 'Revoke a data grant; fields close within 2 seconds.',
  })
  async revokeDataAccess(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RevokeDataAccessInput, { description: 'Which and why.' })
    input: RevokeDataAccessInput,
  ): Promise<DataGrant | OutcomeMember> {
    return published(ctx, await revokeDataAccess(ctx, input));
  }
}

/** A repeated call answers the id and version of the first; everything else as it is today. */
async function published(
  ctx: RequestContext,
  outcome: Made | OutcomeMember,
): Promise<DataGrant | OutcomeMember> {
  if (outcome instanceof OutcomeMember) return outcome;
  const row = await dataGrantService.readNamed(ctx, outcome.id);
  return Object.assign(DataGrant.from(row), { version: outcome.version });
}
