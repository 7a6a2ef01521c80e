import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { ClauseRow } from './clause.entity';

export const ClauseKind = graphqlEnum('ClauseKind', 'What a clause regulates.', {
  QUOTA: 'Places in training or overseas programmes (kuota).',
  DATA_SHARING: 'Exchange of personal data (pertukaran data).',
  LOCAL_HIRE: 'Share of local workers (tenaga kerja lokal).',
  FUNDING: 'Who pays for what (pembiayaan).',
  PLACEMENT: 'Placement or apprenticeship (penempatan, magang).',
  TERM: 'Term, expiry, termination (jangka waktu).',
  OTHER: 'Any matter that the other kinds do not name.',
});
export type ClauseKind = keyof typeof ClauseKind;

@ObjectType({ description: 'A clause of an agreement (klausul / pasal).' })
@Directive('@key(fields: "id")')
export class Clause {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number in the document, e.g. 4(2); null when not recorded.',
  })
  number?: string | null;

  @Field(() => ClauseKind, { description: 'Matter that it regulates, e.g. quota or exchange of data.' })
  kind!: ClauseKind;

  @Field(() => String, { description: 'Heading or summary, public.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Full wording, for the parties only; null when not recorded or refused.',
  })
  text?: string | null;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the agreement; not published. */
  agreementId!: string;

  /** The wording is for the parties: it is not read while no caller can prove to be one. */
  static from(row: ClauseRow): Clause {
    return Object.assign(new Clause(), row, { text: null });
  }
}
