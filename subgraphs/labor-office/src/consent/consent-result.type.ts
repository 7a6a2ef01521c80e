import { Duplicate, IdempotencyConflict, IllegalMove, ReferenceUnknown } from '@simpul/kit/graphql/outcome';
import { createUnionType } from 'type-graphql';
import { Consent } from './consent.type';

export const ConsentResult = createUnionType({
  name: 'ConsentResult',
  description: 'Result of a change of a consent.',
  types: () => [Consent, Duplicate, IllegalMove, ReferenceUnknown, IdempotencyConflict] as const,
});
