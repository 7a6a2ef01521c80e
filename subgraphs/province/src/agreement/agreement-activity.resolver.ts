import type { RequestContext } from '@simpul/kit/context/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { agreementActivityService } from './agreement-activity.service';
import { AgreementActivity } from './agreement-activity.type';
import { Agreement } from './agreement.type';

@Resolver(() => Agreement)
export class AgreementActivityResolver {
  @FieldResolver(() => AgreementActivity, {
    nullable: true,
    description: 'Classes, seats and placements under it as told by their owners.',
  })
  async activity(
    @Root() agreement: Agreement,
    @Ctx() ctx: RequestContext,
  ): Promise<AgreementActivity | null> {
    const told = await agreementActivityService.read(ctx, agreement.id);
    return told && AgreementActivity.from(told.activity, told.placements);
  }
}
