import type { RequestContext } from '@simpul/kit/context/context';
import { OutcomeMember } from '@simpul/kit/graphql/outcome';
import type { Made } from '@simpul/kit/write/once';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { bringIntoForce, moveAgreement } from './agreement-agreed-move.service';
import { CountersignatureNeeded } from './agreement-countersignature.type';
import { AgreementMoveInput, BringAgreementIntoForceInput } from './agreement-move.input';
import { AgreementMoveResult, RecordAgreementResult } from './agreement-result.type';
import { agreementService } from './agreement.service';
import { Agreement } from './agreement.type';
import { RecordAgreementInput } from './record-agreement.input';
import { recordAgreement } from './record-agreement.service';
import { SignAgreementInput } from './sign-agreement.input';
import { signAgreement } from './sign-agreement.service';

@Resolver()
export class AgreementLifeResolver {
  @Mutation(() => RecordAgreementResult, {
    nullable: true,
    description:
      'Record an agreement from a document or a published statement; without a document it is CLAIMED or PLANNED and opens nothing.',
  })
  async recordAgreement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RecordAgreementInput, { description: 'What to record.' })
    input: RecordAgreementInput,
  ): Promise<Agreement | OutcomeMember> {
    return published(ctx, await recordAgreement(ctx, input));
  }

  @Mutation(() => AgreementMoveResult, {
    nullable: true,
    description: 'Record a signing: PLANNED or CLAIMED becomes SIGNED.',
  })
  async signAgreement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SignAgreementInput, { description: 'Signing.' }) input: SignAgreementInput,
  ): Promise<Agreement | OutcomeMember> {
    return published(ctx, await signAgreement(ctx, input));
  }

  @Mutation(() => AgreementMoveResult, {
    nullable: true,
    description: 'Bring a signed agreement into force; both parties countersign (four-eyes).',
  })
  async bringAgreementIntoForce(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => BringAgreementIntoForceInput, { description: 'Which and when.' })
    input: BringAgreementIntoForceInput,
  ): Promise<Agreement | OutcomeMember> {
    return published(ctx, await bringIntoForce(ctx, input, CountersignatureNeeded));
  }

  @Mutation(() => AgreementMoveResult, {
    nullable: true,
    description:
      'Suspend an agreement in force; a provider may do it alone and its grants close within 2 seconds.',
  })
  async suspendAgreement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AgreementMoveInput, { description: 'Which and why.' }) input: AgreementMoveInput,
  ): Promise<Agreement | OutcomeMember> {
    return published(ctx, await moveAgreement(ctx, 'suspendAgreement', input, CountersignatureNeeded));
  }

  @Mutation(() => AgreementMoveResult, { nullable: true, description: 'End a suspension.' })
  async resumeAgreement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AgreementMoveInput, { description: 'Which and why.' }) input: AgreementMoveInput,
  ): Promise<Agreement | OutcomeMember> {
    return published(ctx, await moveAgreement(ctx, 'resumeAgreement', input, CountersignatureNeeded));
  }

  @Mutation(() => AgreementMoveResult, {
    nullable: true,
    description: 'Terminate an agreement before its expiry.',
  })
  async terminateAgreement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AgreementMoveInput, { description: 'Which and why.' }) input: AgreementMoveInput,
  ): Promise<Agreement | OutcomeMember> {
    return published(ctx, await moveAgreement(ctx, 'terminateAgreement', input, CountersignatureNeeded));
  }
}

/** A repeated call answers the id and version of the first; everything else as it is today. */
async function published(
  ctx: RequestContext,
  outcome: Made | OutcomeMember,
): Promise<Agreement | OutcomeMember> {
  if (outcome instanceof OutcomeMember) return outcome;
  const row = await agreementService.readNamed(ctx, outcome.id);
  return Object.assign(Agreement.from(row), { version: outcome.version });
}
