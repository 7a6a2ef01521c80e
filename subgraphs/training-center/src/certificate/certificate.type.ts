import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Person } from '../foreign/foreign.type';
import type { CertificateRow } from './certificate.entity';
import { certificateStatus } from './certificate.policy';
import type { Verified } from './certificate.service';

export const CertificateStatus = graphqlEnum(
  'CertificateStatus',
  'Where a certificate stands. Moves: VALID to EXPIRED by date or REVOKED.',
  {
    VALID: 'Valid today (berlaku).',
    EXPIRED: 'Past its last day (kedaluwarsa).',
    REVOKED: 'Revoked before its last day (dicabut).',
  },
);
export type CertificateStatus = keyof typeof CertificateStatus;

@ObjectType({
  description:
    'A certificate of competence (sertifikat kompetensi; BNSP, LSP, SKKNI, KKNI), an Open Badges 3.0 credential.',
})
@Directive('@key(fields: "id")')
export class Certificate {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number on the certificate, by which anybody can verify it.',
  })
  @Personal('IDENTITY', 'PARTIAL')
  number?: string | null;

  @Field(() => Person, { nullable: true, description: 'Who holds it.' })
  @Personal('IDENTITY', 'HIDE')
  holder?: Person | null;

  @Field(() => String, { nullable: true, description: 'Certification scheme (skema), e.g. pipe welder.' })
  @Personal('HISTORY', 'NONE')
  scheme?: string | null;

  @Field(() => String, { nullable: true, description: 'Attribute within the scheme, e.g. position 6GR.' })
  @Personal('HISTORY', 'NONE')
  qualifier?: string | null;

  @Field(() => Int, { nullable: true, description: 'Level (KKNI 1 to 9).' })
  @Personal('HISTORY', 'NONE')
  kkni?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Certification body that examined the holder (lembaga sertifikasi profesi, LSP).',
  })
  @Personal('HISTORY', 'NONE')
  certificationBody?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was issued to the holder.' })
  @Personal('HISTORY', 'YEAR')
  issuedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of validity; three years as a rule.' })
  @Personal('HISTORY', 'NONE')
  validUntil?: string | null;

  @Field(() => CertificateStatus, {
    nullable: true,
    description: 'Whether it is valid today, has expired or was revoked.',
  })
  @Personal('HISTORY', 'NONE')
  status?: CertificateStatus | null;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edges to records of our own; not published. */
  programmeId!: string | null;
  enrolmentId!: string | null;
  units!: string[];

  static from(row: CertificateRow, today: string): Certificate {
    return Object.assign(new Certificate(), row, {
      holder: { id: row.personId },
      status: certificateStatus(row, today),
    });
  }
}

@ObjectType({ description: 'Answer to whether a certificate is genuine.' })
export class CertificateVerification {
  @Field(() => Boolean, { description: 'Number asked for exists, is not revoked and has not expired.' })
  valid!: boolean;

  @Field(() => CertificateStatus, {
    nullable: true,
    description: 'Where it stands; null when the number is unknown.',
  })
  status?: CertificateStatus | null;

  @Field(() => Boolean, { description: 'The holder shares its content with the asker.' })
  shared!: boolean;

  @Field(() => String, { nullable: true, description: 'Certification scheme; null unless shared.' })
  @Personal('HISTORY', 'HIDE')
  scheme?: string | null;

  @Field(() => String, { nullable: true, description: 'Attribute within the scheme; null unless shared.' })
  @Personal('HISTORY', 'HIDE')
  qualifier?: string | null;

  @Field(() => Int, { nullable: true, description: 'Level (KKNI); null unless shared.' })
  @Personal('HISTORY', 'HIDE')
  kkni?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of issue; null unless shared.' })
  @Personal('HISTORY', 'HIDE')
  issuedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of validity; null unless shared.' })
  @Personal('HISTORY', 'HIDE')
  validUntil?: string | null;

  /** For the edge to the units; not published. Null unless shared. */
  units!: string[] | null;
  /** Whom it tells of; not published. Null when the number is unknown. */
  holderId!: string | null;

  static from(found: Verified | null, today: string): CertificateVerification {
    const status = found && certificateStatus(found.certificate, today);
    const content = found?.shared ? found.certificate : null;
    return Object.assign(new CertificateVerification(), {
      status,
      valid: status === 'VALID',
      shared: found?.shared ?? false,
      scheme: content?.scheme ?? null,
      qualifier: content?.qualifier ?? null,
      kkni: content?.kkni ?? null,
      issuedOn: content?.issuedOn ?? null,
      validUntil: content?.validUntil ?? null,
      units: content?.units ?? null,
      holderId: found?.certificate.personId ?? null,
    });
  }
}

@ObjectType({ description: 'One row of a CertificateConnection.' })
export class CertificateEdge extends edgeOf(Certificate) {}

@ObjectType({ description: 'A page of certificates.' })
export class CertificateConnection extends connectionOf(Certificate, CertificateEdge) {}
