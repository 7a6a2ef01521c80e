import { OutcomeMember } from '@simpul/kit/graphql/outcome';
import { ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A second organisation must confirm before the change works (four-eyes).',
})
export class CountersignatureNeeded extends OutcomeMember<{
  agreementId: string;
  awaitingIds: readonly string[];
  grantId: string | null;
}> {
  /** For the edges to the agreement, the organisations and the grant; not published. */
  agreementId!: string;
  awaitingIds!: readonly string[];
  grantId!: string | null;
}
