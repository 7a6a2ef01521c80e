import type { RequestContext } from '@simpul/kit/context/context';
import { OutcomeMember } from '@simpul/kit/graphql/outcome';
import type { Made } from '@simpul/kit/write/once';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { giveConsent } from './consent-giving.service';
import { ConsentResult } from './consent-result.type';
import { withdrawConsent } from './consent-withdrawal.service';
import { GiveConsentInput, WithdrawConsentInput } from './consent.input';
import { consentService } from './consent.service';
import { Consent } from './consent.type';

@Resolver()
export class ConsentChangeResolver {
  @Mutation(() => ConsentResult, { nullable: true, description: 'Give a consent.' })
  async giveConsent(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => GiveConsentInput, { description: 'The consent.' }) input: GiveConsentInput,
  ): Promise<Consent | OutcomeMember> {
    return published(ctx, await giveConsent(ctx, input));
  }

  @Mutation(() => ConsentResult, {
    nullable: true,
    description: 'Withdraw a consent; fields close within 2 seconds.',
  })
  async withdrawConsent(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => WithdrawConsentInput, { description: 'Which.' }) input: WithdrawConsentInput,
  ): Promise<Consent | OutcomeMember> {
    return published(ctx, await withdrawConsent(ctx, input));
  }
}

/** A repeated call answers the id of the first; everything else as it is to this caller today. */
async function published(
  ctx: RequestContext,
  outcome: Made | OutcomeMember,
): Promise<Consent | OutcomeMember> {
  if (outcome instanceof OutcomeMember) return outcome;
  return Consent.from(await consentService.readNamed(ctx, outcome.id), ctx.clock.today());
}
