import {
  Duplicate,
  IdempotencyConflict,
  IllegalMove,
  NotEligible,
  OutcomeMember,
  ReferenceUnknown,
  VersionConflict,
} from '@simpul/kit/graphql/outcome';
import { Field, ObjectType, createUnionType } from 'type-graphql';
import { CountersignatureNeeded } from '../agreement/agreement-countersignature.type';
import { AgreementStatus } from '../agreement/agreement.type';
import { DataGrant } from './data-grant.type';

@ObjectType({ description: 'The agreement is not in force, so nothing can be granted under it.' })
export class AgreementNotInForce extends OutcomeMember<{ status: AgreementStatus }> {
  @Field(() => AgreementStatus, { description: 'Where the agreement stands.' })
  status!: AgreementStatus;
}

export const GrantDataAccessResult = createUnionType({
  name: 'GrantDataAccessResult',
  description: 'Result of grantDataAccess.',
  types: () =>
    [
      DataGrant,
      CountersignatureNeeded,
      AgreementNotInForce,
      NotEligible,
      ReferenceUnknown,
      Duplicate,
      IdempotencyConflict,
    ] as const,
});

export const RevokeDataAccessResult = createUnionType({
  name: 'RevokeDataAccessResult',
  description: 'Result of revokeDataAccess.',
  types: () => [DataGrant, IllegalMove, ReferenceUnknown, VersionConflict, IdempotencyConflict] as const,
});
