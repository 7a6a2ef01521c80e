import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Organization } from '../foreign/foreign.type';
import type { VacancyVerificationRow } from './vacancy-verification.entity';

export const VerificationStatus = graphqlEnum('VerificationStatus', "State of a vacancy's verification.", {
  PENDING: 'Waiting for the office.',
  ACCEPTED: 'Accepted (diterima).',
  RETURNED: 'Returned for completion (dikembalikan).',
  REFUSED: 'Refused (ditolak).',
});
export type VerificationStatus = keyof typeof VerificationStatus;

@ObjectType({ description: 'Verification of a reported vacancy by a labour office (Perpres 57/2023).' })
export class VacancyVerification {
  @Field(() => VerificationStatus, { description: 'What the office decided, or that it has not yet.' })
  status!: VerificationStatus;

  @Field(() => [String], { description: 'Fields of Perpres 57/2023 art. 5 that are missing or unclear.' })
  missing!: string[];

  @Field(() => String, { nullable: true, description: "Officer's note to the employer." })
  note?: string | null;

  @Field(() => Organization, { nullable: true, description: 'Office that verified.' })
  office?: Organization | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the office decided; null while it has not.',
  })
  decidedAt?: Date | null;

  static from({ status, missing, note, officeId, decidedAt }: VacancyVerificationRow): VacancyVerification {
    return { status, missing, note, office: { id: officeId }, decidedAt };
  }
}
