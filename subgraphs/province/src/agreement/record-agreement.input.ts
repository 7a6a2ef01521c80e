import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { ClauseKind } from '../clause/clause.type';
import { PartyRole } from './agreement-party.type';
import { SourceInput } from './agreement-source.input';
import { AgreementForm, AgreementStatus } from './agreement.type';

@InputType({ description: 'An organisation in an agreement to record.' })
export class AgreementPartyInput {
  @Field(() => ID, { description: 'Organisation id.' })
  organization!: string;

  @Field(() => PartyRole, { description: 'Its part.' })
  role!: PartyRole;
}

@InputType({ description: 'A clause to record.' })
export class ClauseInput {
  @Field(() => String, { nullable: true, description: 'Number in the document.' })
  number?: string | null;

  @Field(() => ClauseKind, { description: 'What it regulates.' })
  kind!: ClauseKind;

  @Field(() => String, { description: 'Heading or summary, public.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Full wording, for the parties.' })
  text?: string | null;
}

@InputType({ description: 'An agreement to record.' })
export class RecordAgreementInput {
  @Field(() => ID, {
    description: 'Chosen by the client; the same key with the same input gives the first answer again.',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: 'As on the document or in the source.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Number on the document.' })
  documentNumber?: string | null;

  @Field(() => AgreementForm, { description: 'Legal form.' })
  form!: AgreementForm;

  @Field(() => AgreementStatus, { description: 'CLAIMED or PLANNED.' })
  status!: AgreementStatus;

  @Field(() => DateScalar, { nullable: true, description: 'Announced day of signing.' })
  plannedSigningOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Subject matter.' })
  subject?: string | null;

  @Field(() => [AgreementPartyInput], { description: 'Organisations in it.' })
  parties!: AgreementPartyInput[];

  @Field(() => [ClauseInput], { nullable: true, description: 'Clauses, in the order of the document.' })
  clauses?: ClauseInput[] | null;

  @Field(() => ID, { nullable: true, description: 'Agreement it follows up.' })
  followsUp?: string | null;

  @Field(() => [SourceInput], { description: 'Where it is recorded; at least one.' })
  sources!: SourceInput[];
}
