import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Field, ObjectType } from 'type-graphql';
import type { AgreementPartyRow } from './agreement-party.entity';

export const PartyRole = graphqlEnum('PartyRole', 'Part of an organisation in an agreement.', {
  PARTY: 'Party (pihak).',
  IMPLEMENTER: 'Implements it (pelaksana).',
  TO_BE_INVOLVED: 'Named as to be involved (akan dilibatkan), not a party.',
});
export type PartyRole = keyof typeof PartyRole;

@ObjectType({ description: 'An organisation in an agreement.' })
export class AgreementParty {
  @Field(() => PartyRole, {
    description: "Its part in the agreement; sources may disagree, see the agreement's figures.",
  })
  role!: PartyRole;

  @Field(() => [Source], { description: 'Documents and articles that say so.' })
  sources!: Source[];

  /** For the edge to the organisation; not published. */
  organizationId!: string;

  static from({ role, sources, organizationId }: AgreementPartyRow): AgreementParty {
    return Object.assign(new AgreementParty(), { role, sources, organizationId });
  }
}
