import {
  Duplicate,
  IdempotencyConflict,
  IllegalMove,
  NotEligible,
  ReferenceUnknown,
  VersionConflict,
} from '@simpul/kit/graphql/outcome';
import { createUnionType } from 'type-graphql';
import { CountersignatureNeeded } from './agreement-countersignature.type';
import { Agreement } from './agreement.type';

export const RecordAgreementResult = createUnionType({
  name: 'RecordAgreementResult',
  description: 'Result of recordAgreement.',
  types: () => [Agreement, Duplicate, ReferenceUnknown, IdempotencyConflict] as const,
});

export const AgreementMoveResult = createUnionType({
  name: 'AgreementMoveResult',
  description: "Result of a change of an agreement's status.",
  types: () =>
    [
      Agreement,
      CountersignatureNeeded,
      IllegalMove,
      NotEligible,
      ReferenceUnknown,
      VersionConflict,
      IdempotencyConflict,
    ] as const,
});
