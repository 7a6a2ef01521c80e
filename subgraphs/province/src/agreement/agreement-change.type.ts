import { DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { Field, ObjectType } from 'type-graphql';
import type { AgreementChangeRow } from './agreement-change.entity';
import { AgreementStatus } from './agreement.type';

@ObjectType({ description: "A change of an agreement's status." })
export class AgreementChange {
  @Field(() => AgreementStatus, { nullable: true, description: 'Status before; null for the first record.' })
  from?: AgreementStatus | null;

  @Field(() => AgreementStatus, { description: 'Status in which the agreement stood from then on.' })
  to!: AgreementStatus;

  @Field(() => DateTimeScalar, { description: 'When the change was recorded.' })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Reason given for the change; null when none was recorded.',
  })
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Role in which it was recorded; null when not recorded, or when its last day ended it.',
  })
  role?: string | null;

  /** For the edge to the organisation; not published. */
  byOrganizationId!: string | null;

  static from(row: AgreementChangeRow): AgreementChange {
    const { fromStatus: from, toStatus: to, changedAt: at, reason, byOrganizationId, byRole: role } = row;
    return Object.assign(new AgreementChange(), { from, to, at, reason, role, byOrganizationId });
  }
}
